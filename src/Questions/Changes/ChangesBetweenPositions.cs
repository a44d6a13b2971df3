using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Changes;

/// <summary>What a date's answer gained or lost between two positions, and the facts that caused it: a pure function of the polity as known
/// at both. There is one item for each episode whose entry differs, with the entries in between that affect it.</summary>
/// <param name="before">The polity as known before; null if nothing was recorded about it.</param>
/// <param name="after">The polity as known after.</param>
/// <param name="from">The position after which facts count.</param>
internal sealed class ChangesBetweenPositions(PolityAsKnown? before, PolityAsKnown after, long from)
{
    private static readonly ThreeValues NothingRecorded = new()
    {
        Certainty = Certainty.NoRecord,
        Throughout = Certainty.NoRecord,
        AtSomeTime = Certainty.NoRecord,
        Because = [],
    };

    /// <summary>Members of an entry that have another name in a change, or that follow from others.</summary>
    private static readonly string[] NotCompared = ["episode", "kind", "certainty", "throughout", "atSomeTime", "facts"];

    private readonly FactsBehindDifference behind = new(after, from);

    /// <summary>The changes in the order of positions, then of a state's entries.</summary>
    public IReadOnlyList<Change> On(QueryDate asked, CancellationToken cancellation = default)
    {
        var (then, now) = (EntriesOn(before, asked, cancellation), EntriesOn(after, asked, cancellation));
        var order = now
            .Keys.Concat(then.Keys)
            .Distinct()
            .Select((id, number) => (id, number))
            .ToDictionary(pair => pair.id, pair => pair.number);
        var entries = order
            .Keys.CancelledBy(cancellation)
            .Select(id => Between(id, then.GetValueOrDefault(id), now.GetValueOrDefault(id), asked))
            .OfType<Change>();
        return
        [
            .. entries
                .Prepend(OfExistence(asked))
                .OfType<Change>()
                .OrderBy(change => change.Position)
                .ThenBy(change => order.GetValueOrDefault(change.Episode, -1)),
        ];
    }

    private static Dictionary<string, Entry> EntriesOn(PolityAsKnown? known, QueryDate asked, CancellationToken cancellation)
    {
        var state = known?.StateOf(null);
        var entries =
            state is null ? []
            : asked.IsDay ? state.On(asked.First, cancellation).Entries
            : state.Entries(asked, cancellation);
        return entries.ToDictionary(entry => entry.Episode);
    }

    private Change? Between(string id, Entry? then, Entry? now, QueryDate asked)
    {
        var differs = then is null || now is null ? [] : Differences(then, now);
        if (then is not null && now is not null && differs.Count == 0 && Equals(ValueOf(then, asked), ValueOf(now, asked)))
        {
            return null;
        }

        return Through(
            behind.Facts(id),
            new()
            {
                Episode = id,
                Statement = (now ?? then)!.Statement,
                Before = ValueOf(then, asked),
                After = ValueOf(now, asked),
                Differs = differs.Count == 0 ? null : differs,
                Facts = [],
            }
        );
    }

    private Change? OfExistence(QueryDate asked)
    {
        var then = before?.StateOf(null).Existence(asked) ?? NothingRecorded;
        var now = after.StateOf(null).Existence(asked);
        var because = !then.Because.SequenceEqual(now.Because);
        if (!because && Equals(ValueOf(then, asked), ValueOf(now, asked)))
        {
            return null;
        }

        var id = PolityExistence.EpisodeOf(after.Polity.Id);
        return Through(
            behind.Facts(id),
            new()
            {
                Episode = id,
                Statement = PartyNames.WithCapitalArticle($"{after.Polity.InText} existed"),
                Before = ValueOf(then, asked),
                After = ValueOf(now, asked),
                Differs = because ? ["because"] : null,
                Facts = [],
            }
        );
    }

    private static Change Through(IReadOnlyList<RecordedFact> facts, Change change) =>
        change with
        {
            Position = facts[^1].Position,
            Facts = [.. facts.Select(fact => $"/facts/{fact.Fact.Id}")],
        };

    private static object ValueOf(ThreeValues? values, QueryDate asked) =>
        asked.IsDay
            ? values?.Certainty ?? Certainty.Not
            : new CoarseCertainty(values?.Throughout ?? Certainty.Not, values?.AtSomeTime ?? Certainty.Not);

    private static List<string> Differences(Entry then, Entry now)
    {
        var (earlier, later) = (Members(then), Members(now));
        return
        [
            .. from name in later.Select(member => member.Key).Union(earlier.Select(member => member.Key))
            where !NotCompared.Contains(name) && !JsonNode.DeepEquals(earlier[name], later[name])
            select name,
        ];
    }

    private static JsonObject Members(Entry entry) => (JsonObject)JsonSerializer.SerializeToNode(entry, FactJson.Options)!;
}
