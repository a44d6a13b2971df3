using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>A fact that repeats one that is recorded.</summary>
/// <param name="Fact">The id of the fact.</param>
/// <param name="Recorded">The id of the one that it repeats.</param>
public sealed record Repetition(string Fact, string Recorded);

/// <summary>Finds facts that repeat what is recorded (<see cref="Likeness"/>). An index of the database finds those that say the same thing with the
/// same dates; only for these few is worked out what they say by now, and from which passage.</summary>
public static class Repetitions
{
    /// <summary>How many facts are looked for at once.</summary>
    private const int Step = 1000;

    private static readonly string Fields = string.Join(", ", Likeness.NotCompared.Select(field => $"'{field}'"));

    private static readonly string Alike = $"""
        select f.fact from unnest($1::jsonb[], $2::text[]) c (body, type)
            join ledger.facts f on {Said("f.body")} = {Said("c.body")}
            where f.type = c.type and f.polity is not null and f.type <> 'fact-corrected'
        union
        select p.target from unnest($1::jsonb[], $2::text[]) c (body, type)
            join ledger.facts f on {SaidAnew("f.body")} = {Said("c.body")}
            join ledger.positions p on p.position = f.position
            where (f.body -> 'content' ->> 'type') = c.type and f.polity is not null and f.type = 'fact-corrected'
        """;

    /// <summary>What a body says but for the fields that are not compared, as a number; there is an index on it.</summary>
    internal static string Said(string body) => $"hashtextextended(({body} - array[{Fields}])::text, 0)";

    /// <summary>The same of what a correction says.</summary>
    internal static string SaidAnew(string body) => $"hashtextextended((({body} -> 'content') - array['type', {Fields}])::text, 0)";

    /// <summary>The facts that some repeat, as known now.</summary>
    /// <param name="database">The database.</param>
    /// <param name="proposal">The facts.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static async Task<IReadOnlyList<Repetition>> OfAsync(LedgerDatabase database, Proposal proposal, CancellationToken cancellation)
    {
        await using var connection = await database.Service.OpenConnectionAsync(cancellation);
        var check = new RepetitionCheck(await AmongManyAsync(connection, [.. RepetitionCheck.SaidBy(proposal)], cancellation));
        return [.. check.All(proposal)];
    }

    /// <summary>What is recorded and may be repeated, as known.</summary>
    private static async Task<IReadOnlyList<KnownFact>> AmongAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Fact> said,
        CancellationToken cancellation
    )
    {
        var ids = new HashSet<string>();
        foreach (var chunk in said.Chunk(Step))
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { CommandFor(chunk, FactJson.BodyOf) } };
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                ids.Add(reader.GetString(0));
            }
        }

        return await KnownAsync(connection, ids, cancellation);
    }

    /// <summary>Selects the ids of what a few facts may repeat.</summary>
    internal static NpgsqlBatchCommand CommandFor(IReadOnlyCollection<Fact> said, Func<Fact, string> bodyOf) =>
        new(Alike)
        {
            Parameters =
            {
                new() { Value = said.Select(bodyOf).ToArray() },
                new() { Value = said.Select(fact => FactType.Of(fact).Name).ToArray() },
            },
        };

    /// <summary>What many facts may repeat, as known.</summary>
    internal static async Task<IReadOnlyList<KnownFact>> AmongManyAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Fact> said,
        CancellationToken cancellation = default
    )
    {
        await using var command = new NpgsqlCommand("select exists (select from ledger.facts where polity = any($1))", connection);
        command.Parameters.Add(new() { Value = said.Select(fact => fact.Polity!).Distinct().ToArray() });
        return (bool)(await command.ExecuteScalarAsync(cancellation))! ? await AmongAsync(connection, said, cancellation) : [];
    }

    /// <summary>What is known under some ids.</summary>
    internal static async Task<IReadOnlyList<KnownFact>> KnownAsync(
        NpgsqlConnection connection,
        IReadOnlySet<string> ids,
        CancellationToken cancellation = default
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var known = new FactsAsKnown(await RecordedFacts.QueryAboutAsync(connection, ids, cancellation));
        return [.. known.All.Where(one => one.InForce && ids.Contains(one.Recorded.Fact.Id))];
    }
}

/// <summary>Finds the facts of proposals that repeat what is recorded, or what one of the proposals before them says.</summary>
internal sealed class RepetitionCheck
{
    private readonly Dictionary<int, List<Fact>> alike = [];
    private readonly Dictionary<string, HashSet<string>> changes = [];

    /// <param name="recorded">What is recorded and may be repeated.</param>
    public RepetitionCheck(IReadOnlyList<KnownFact> recorded)
    {
        foreach (var known in recorded)
        {
            Add(known.Content with { Id = known.Recorded.Fact.Id });
            changes[known.Recorded.Fact.Id] = [.. known.Changes.Select(change => change.Fact.Id)];
        }
    }

    /// <summary>What the facts of a proposal say: themselves, the contents of corrections, and what reinstatements bring back.</summary>
    public static IEnumerable<Fact> SaidBy(Proposal proposal) =>
        proposal
            .Facts.Select(fact =>
                fact switch
                {
                    FactCorrected correction => correction.Content with { Id = correction.Target },
                    FactReinstated reinstated => proposal.BroughtBack.GetValueOrDefault(reinstated.Id),
                    _ => fact,
                }
            )
            .OfType<Fact>()
            .Where(fact => fact is { Polity: not null } and not ChangeOfFact);

    /// <summary>The first fact of a proposal that repeats another; null if there is none.</summary>
    public Repetition? Find(Proposal proposal) => alike.Count == 0 ? null : All(proposal).FirstOrDefault();

    /// <summary>The facts of a proposal that repeat others.</summary>
    public IEnumerable<Repetition> All(Proposal proposal)
    {
        // What a proposal itself changes first, its decision has seen, and nobody else can have changed it since.
        var changed = new Lazy<HashSet<string>>(() => [.. proposal.Facts.OfType<ChangeOfFact>().Select(change => change.Target)]);
        return from fact in SaidBy(proposal)
            where alike.Count > 0
            let twin = alike.GetValueOrDefault(Likeness.RoughKeyOf(fact))?.Find(other => Likeness.Repeats(fact, other))
            where twin is not null && !changed.Value.Contains(twin.Id) && !changed.Value.Overlaps(changes.GetValueOrDefault(twin.Id, []))
            select new Repetition(fact.Id, twin.Id);
    }

    /// <summary>Adds what a proposal says, for those after it.</summary>
    public void Add(Proposal proposal)
    {
        foreach (var fact in SaidBy(proposal))
        {
            Add(fact);
        }
    }

    private void Add(Fact fact)
    {
        var key = Likeness.RoughKeyOf(fact);
        (alike.TryGetValue(key, out var found) ? found : alike[key] = []).Add(fact);
    }
}
