using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using Marten;
using Microsoft.Extensions.Configuration;

namespace ArtsakhLedger.Import;

/// <summary>Prepares the ledger for a command: migrates the schema, stores the ledger's name and, where nothing is recorded yet, imports the project's own
/// events/.</summary>
public static class FirstImport
{
    /// <exception cref="SettingException">The ledger has another name than the one that is set.</exception>
    public static async Task EnsureAsync(
        LedgerDatabase database,
        IConfiguration configuration,
        IProgressDisplay display,
        CancellationToken cancellation
    )
    {
        await Migration.ApplyAsync(database, cancellation);
        var name = await StoredName.OfAsync(database, configuration, cancellation);
        if (
            (await new LedgerReader(database).HeadAsync(cancellation)).Position > 0
            || EventsFolderPath.For(name, configuration["Events"]) is not { } folder
        )
        {
            return;
        }

        var (batches, problems) = BatchCheck.Read(folder);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, database.Service));
        var importing = new Importer(database, new LedgerReader(database), new Appender(database, store, TimeProvider.System));
        await importing.ImportAsync(batches, problems, display, cancellation);
    }
}
