using System.Text.Json;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Verification;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Export;

/// <summary>Finds entries that came over HTTP, or with <c>import --snapshot</c>, and are therefore in no file.</summary>
public static class HttpFacts
{
    /// <param name="ledger">The ledger.</param>
    /// <param name="written">The ids of entries that are in files.</param>
    /// <param name="cancellation">Cancels the search.</param>
    /// <returns>The entries in the order of record, and the polities of the batches that were imported.</returns>
    public static async Task<(IReadOnlyList<(StoredEntry Entry, Fact Fact)> Recorded, IReadOnlySet<string> Polities)> FindAsync(
        IStoredLedger ledger,
        IReadOnlySet<string> written,
        CancellationToken cancellation
    )
    {
        var recorded = new List<(StoredEntry, Fact)>();
        var polities = new HashSet<string>();
        await foreach (var (entry, stored) in ledger.EventsAsync(cancellation))
        {
            if (entry is { Batch: { } batch } && !IsInNoFile(entry))
            {
                polities.Add(batch.Split('/')[0]);
            }

            if (entry is not null && stored is not null && IsInNoFile(entry) && !written.Contains(entry.Fact))
            {
                var type = FactType.Named(stored.Type) ?? throw new NewerRecordException(stored.Type);
                recorded.Add((entry, (Fact)JsonSerializer.Deserialize(stored.Body, type.Type, FactJson.Options)!));
            }
        }

        return (recorded, polities);
    }

    /// <summary>Entries from files have the importer as their author; batches over HTTP have their sender.</summary>
    private static bool IsInNoFile(StoredEntry entry) => entry.Batch is null || entry.Author.Subject != Importer.Author.Subject;
}
