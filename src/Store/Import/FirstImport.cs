using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using Marten;

namespace ArtsakhLedger.Import;

/// <summary>Prepares the ledger for a command: migrates the schema and, where nothing is recorded yet, imports the project's own events/.</summary>
public static class FirstImport
{
    public static async Task EnsureAsync(LedgerDatabase database, IProgressDisplay display, CancellationToken cancellation)
    {
        await Migration.ApplyAsync(database, cancellation);
        if ((await new LedgerReader(database).HeadAsync(cancellation)).Position > 0 || EventsFolderPath.Find(null) is not { } folder)
        {
            return;
        }

        var (batches, problems) = BatchCheck.Read(folder);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, database.Service));
        var importing = new Importer(database, new LedgerReader(database), new Appender(database, store, TimeProvider.System));
        await importing.ImportAsync(batches, problems, display, cancellation);
    }
}
