using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>Compares every event with the rows derived from it: those of the read model and of <c>ledger.positions</c>. It also collects what is
/// needed to check quotes.</summary>
internal sealed class RowVerification(IStoredLedger ledger, IProgress<long> progress)
{
    private const int Step = 1024;

    private static readonly Author Nobody = Author.From("-", null);

    // Facts about sources, and facts with citations.
    private readonly List<RecordedFact> citing = [];

    // Snapshots whose texts were archived here.
    private readonly List<(long Position, string Fact, string Sha256)> archivedHere = [];

    /// <summary>The number of rows that were compared.</summary>
    public long Rows { get; private set; }

    /// <summary>The first mismatch, or null.</summary>
    public async Task<Mismatch?> RunAsync(CancellationToken cancellation)
    {
        await using var rows = ledger.RowsAsync(cancellation).GetAsyncEnumerator(cancellation);
        await foreach (var (entry, stored) in ledger.EventsAsync(cancellation))
        {
            if (entry is null)
            {
                continue;
            }

            if (FactType.Named(stored!.Type) is not { } type)
            {
                return new(
                    entry.Position,
                    entry.Fact,
                    $"it is of type '{stored.Type}', which this program does not know: it is older than the record"
                );
            }

            var fact = (Fact)JsonSerializer.Deserialize(stored.Body, type.Type, FactJson.Options)!;
            if (entry.Fact != fact.Id || entry.Polity != fact.Polity || entry.Target != (fact as AboutFact)?.Target)
            {
                return new(entry.Position, entry.Fact, "its position names another fact, polity or target than its event");
            }

            var row = await rows.MoveNextAsync() ? rows.Current : null;
            if (row is null || row.Position != entry.Position)
            {
                return new(
                    entry.Position,
                    entry.Fact,
                    row is not null && row.Position < entry.Position
                        ? $"the read model has a row at position {row.Position} without an event"
                        : "the read model has no row for it"
                );
            }

            if (
                DifferenceOf(
                    FactRow.Of(entry.Position, type.Name, fact, JsonSerializer.Serialize(fact, type.Type, FactJson.Options)),
                    row
                ) is
                { } column
            )
            {
                return new(entry.Position, entry.Fact, $"its row in the read model has a different {column} from its event");
            }

            // From a file, it may tell of a text that is archived elsewhere.
            if (fact is SnapshotArchived archived && entry.Batch is null)
            {
                archivedHere.Add((entry.Position, fact.Id, archived.Snapshot.Sha256));
            }

            if (fact.Citations.Count > 0 || FactCheck.IsAboutTheRecord(fact))
            {
                citing.Add(new(entry.Position, entry.RecordedAt, Nobody, entry.Batch, fact));
            }

            if (++Rows % Step == 0)
            {
                progress.Report(Rows);
            }
        }

        return await rows.MoveNextAsync() ? new(rows.Current.Position, null, "the read model has a row without an event") : null;
    }

    /// <summary>Reads the stored texts of snapshots.</summary>
    /// <returns>The first text that does not have its digest, or null, and the texts.</returns>
    public async Task<(Mismatch? Wrong, IReadOnlyList<SnapshotText> Texts)> ReadSnapshotsAsync(CancellationToken cancellation)
    {
        var texts = new List<SnapshotText>();
        await foreach (var (sha256, bytes) in ledger.SnapshotsAsync(cancellation))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
            {
                return (
                    new(null, null, $"The snapshot {sha256} is not the text that was archived: its bytes have a different digest."),
                    texts
                );
            }

            texts.Add(SnapshotText.Of(bytes));
        }

        var there = texts.Select(text => text.Sha256).ToHashSet();
        foreach (var (position, fact, archived) in archivedHere)
        {
            if (ledger.HasTexts && !there.Contains(archived))
            {
                return (new(position, fact, $"the text that it archives, {archived}, is not among the stored snapshots"), texts);
            }
        }

        return (null, texts);
    }

    /// <summary>Checks every recorded quote. A quote that is not in its source is a mismatch if its fact is in force; if the fact has been corrected or
    /// retracted since, it is only counted.</summary>
    public (Mismatch? Wrong, QuotesVerified Found) CheckQuotes(IReadOnlyList<SnapshotText> texts)
    {
        var found = new QuotesVerified(0, 0, 0, 0);
        // A source may be retracted or described otherwise later: what was quoted from it counts as it was known then.
        var record = new RecordSoFar();
        var current = new FactsAsKnown(citing).All.Where(known => known.InForce).Select(known => known.Version.Position).ToHashSet();
        foreach (var entry in citing)
        {
            var citations = entry.Fact is FactCorrected correction
                ? correction.Citations.Concat(correction.Content.Citations)
                : entry.Fact.Citations;
            foreach (var finding in citations.Select(citation => QuoteCheck.Of(citation, record.Source(citation.Source), texts)))
            {
                if (finding.Status == QuoteStatus.Wrong && current.Contains(entry.Position))
                {
                    return (new(entry.Position, entry.Fact.Id, $"a quote is not in its source: {finding.Problems[0].Message}"), found);
                }

                found = found.With(finding.Status);
            }

            if (entry.Fact.Polity is null)
            {
                record.Add(entry);
            }
        }

        return (null, found);
    }

    private static string? DifferenceOf(FactRow fresh, FactRow stored) =>
        fresh.Fact != stored.Fact ? "fact"
        : fresh.Type != stored.Type ? "type"
        : fresh.Polity != stored.Polity ? "polity"
        : !fresh.Episodes.SequenceEqual(stored.Episodes) ? "list of episodes"
        : !fresh.Names.SequenceEqual(stored.Names) ? "list of names"
        : fresh.Earliest != stored.Earliest ? "earliest day"
        : fresh.Latest != stored.Latest ? "latest day"
        : !Canonical(fresh.Body).AsSpan().SequenceEqual(Canonical(stored.Body)) ? "body"
        : null;

    private static byte[] Canonical(string json) => CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json));
}
