using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>Folds every event anew and holds it against the rows that are derived from it: those of the read model, and what the ledger's own table
/// repeats of it. Beside that it gathers what quotes are checked by.</summary>
public sealed class RowVerification(FrozenLedger ledger, IProgress<long> progress)
{
    private const int Step = 1024;

    private readonly Dictionary<string, SourceArchived> sources = [];
    private readonly List<(long Position, Fact Fact)> citing = [];
    private readonly HashSet<string> changed = [];

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>The first mismatch, or null.</summary>
    public async Task<Mismatch?> RunAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select position, fact, type, polity, episodes, names, earliest, latest, body::text from ledger.facts order by position",
            await ledger.ConnectAsync(cancellation))
        { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await foreach (var (entry, stored) in new StoredEventsInOrder(ledger).ReadAsync(cancellation))
        {
            if (FactType.Named(stored!.Type) is not { } type)
            {
                return new(entry.Position, entry.Fact, $"it is of type '{stored.Type}', which this program does not know: it is older than the record");
            }

            var fact = (Fact)JsonSerializer.Deserialize(stored.Body, type.Type, FactJson.Options)!;
            if (entry.Fact != fact.Id || entry.Polity != fact.Polity || entry.Target != (fact as AboutFact)?.Target)
            {
                return new(entry.Position, entry.Fact, "its position names another fact, polity or target than its event");
            }

            var row = await rows.ReadAsync(cancellation) ? RowOf(rows) : null;
            if (row is null || row.Position != entry.Position)
            {
                return new(entry.Position, entry.Fact, row is not null && row.Position < entry.Position
                    ? $"the read model has a row at position {row.Position} that no event stands for"
                    : "the read model has no row for it");
            }

            if (DifferenceOf(FactRow.Of(entry.Position, type.Name, fact), row) is { } column)
            {
                return new(entry.Position, entry.Fact, $"its row in the read model has another {column} than its event gives");
            }

            Gather(entry.Position, fact);
            if (++Rows % Step == 0)
            {
                progress.Report(Rows);
            }
        }

        return await rows.ReadAsync(cancellation) ? new(rows.GetInt64(0), null, "the read model has a row that no event stands for") : null;
    }

    /// <summary>Reads the texts of the snapshots that the ledger keeps.</summary>
    /// <returns>The first that is not what its digest says, or null, and the texts.</returns>
    public async Task<(Mismatch? Wrong, IReadOnlyList<SnapshotText> Texts)> ReadSnapshotsAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sha256, bytes from ledger.snapshots order by sha256", await ledger.ConnectAsync(cancellation)) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var texts = new List<SnapshotText>();
        while (await reader.ReadAsync(cancellation))
        {
            var (sha256, bytes) = (reader.GetString(0), await reader.GetFieldValueAsync<byte[]>(1, cancellation));
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
            {
                return (new(null, null, $"The snapshot {sha256} is not the text that was archived: its bytes have another digest."), texts);
            }

            texts.Add(SnapshotText.Of(bytes));
        }

        return (null, texts);
    }

    /// <summary>Checks the quotes of all facts that nobody has corrected or taken out since.</summary>
    /// <returns>The first mismatch, or null, and how many quotes were compared with a text and how many could not be.</returns>
    public (Mismatch? Wrong, int Exact, int NotChecked) CheckQuotes(IReadOnlyList<SnapshotText> texts)
    {
        var (exact, notChecked) = (0, 0);
        foreach (var (position, fact) in citing.Where(one => !changed.Contains(one.Fact.Id)))
        {
            foreach (var citation in fact.Citations)
            {
                var finding = QuoteCheck.Of(citation, sources.GetValueOrDefault(citation.Source), texts);
                if (finding.Problems.Count > 0)
                {
                    return (new(position, fact.Id, $"a quote does not stand in its source: {finding.Problems[0].Message}"), exact, notChecked);
                }

                exact += finding.Standing == QuoteStanding.Exact ? 1 : 0;
                notChecked += finding.Standing == QuoteStanding.NotChecked ? 1 : 0;
            }
        }

        return (null, exact, notChecked);
    }

    private void Gather(long position, Fact fact)
    {
        if (((fact as FactCorrected)?.Content ?? fact) is SourceArchived source)
        {
            sources[source.Source] = source;
        }

        if (fact is FactCorrected or FactRetracted)
        {
            changed.Add(((AboutFact)fact).Target);
        }

        if (fact.Citations.Count > 0)
        {
            citing.Add((position, fact));
        }
    }

    private static FactRow RowOf(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<string[]>(4),
        row.GetFieldValue<string[]>(5),
        row.IsDBNull(6) ? null : row.GetInt64(6),
        row.IsDBNull(7) ? null : row.GetInt64(7),
        row.GetString(8));

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

    private static byte[] Canonical(string json) => CanonicalJson.Of(Encoding.UTF8.GetBytes(json));
}
