using System.Text.Json;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Verification;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Export;

/// <summary>Finds what came over HTTP, or with <c>import --snapshot</c>, and so stands in no file.</summary>
public static class HttpFacts
{
    /// <param name="ledger">The ledger.</param>
    /// <param name="written">The ids of entries that stand in files already.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What came over HTTP, in the order of record; and the polity of the batch that each description of an entity or a source came with.</returns>
    public static async Task<(IReadOnlyList<(StoredEntry Entry, Fact Fact)> Recorded, Dictionary<string, string> Batches)> FindAsync(
        IStoredLedger ledger,
        IReadOnlySet<string> written,
        CancellationToken cancellation
    )
    {
        var recorded = new List<(StoredEntry, Fact)>();
        var batches = new Dictionary<string, string>();
        await foreach (var (entry, stored) in ledger.EventsAsync(cancellation))
        {
            if (entry is { Polity: null, Batch: { } batch })
            {
                batches[entry.Fact] = batch.Split('/')[0];
            }

            if (entry is not null && stored is not null && IsOfNoFile(entry) && !written.Contains(entry.Fact))
            {
                var type =
                    FactType.Named(stored.Type)
                    ?? throw new InvalidOperationException(
                        $"The ledger holds a fact of type '{stored.Type}', which this program does not know: it is older than the record."
                    );
                recorded.Add((entry, (Fact)JsonSerializer.Deserialize(stored.Body, type.Type, FactJson.Options)!));
            }
        }

        return (recorded, batches);
    }

    /// <summary>A batch that came over HTTP has the name of its sender; one that was imported from files has theirs.</summary>
    private static bool IsOfNoFile(StoredEntry entry) => entry.Batch is null || entry.Author.Subject != Importer.Author.Subject;
}
