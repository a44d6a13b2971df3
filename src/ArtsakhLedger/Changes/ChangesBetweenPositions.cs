using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;
using Episode = ArtsakhLedger.Episodes.Episode;

namespace ArtsakhLedger.Changes;

/// <summary>What a date's answer gained or lost between two positions, and through which facts: a pure function of the polity as known at
/// either. One item for each episode whose entry differs, with what was recorded in between that bears on it.</summary>
/// <param name="before">The polity as known before; null where nothing was recorded of it.</param>
/// <param name="after">The polity as known after.</param>
/// <param name="from">The position after which facts count.</param>
public sealed class ChangesBetweenPositions(PolityAsKnown? before, PolityAsKnown after, long from)
{
    private static readonly ThreeValues NothingRecorded = new()
    {
        Certainty = Certainty.NoRecord,
        Throughout = Certainty.NoRecord,
        AtSomeTime = Certainty.NoRecord,
        Because = [],
    };

    /// <summary>Members of an entry that are named otherwise, or that follow from others.</summary>
    private static readonly string[] NotCompared = ["episode", "kind", "certainty", "throughout", "atSomeTime", "facts"];

    /// <summary>The changes in the order of positions, then of a state's entries.</summary>
    public IReadOnlyList<Change> On(AskedDate asked)
    {
        var (then, now) = (EntriesOn(before, asked), EntriesOn(after, asked));
        var order = now.Keys.Concat(then.Keys).Distinct().Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number);
        var entries = order.Keys.Select(id => Between(id, then.GetValueOrDefault(id), now.GetValueOrDefault(id), asked)).OfType<Change>();
        return [.. entries.Prepend(OfExistence(asked)).OfType<Change>().OrderBy(change => change.Position).ThenBy(change => order.GetValueOrDefault(change.Episode, -1))];
    }

    private static Dictionary<string, Entry> EntriesOn(PolityAsKnown? known, AskedDate asked)
    {
        var state = known?.StateOf(null);
        var entries = state is null ? [] : asked.IsDay ? state.On(asked.First).Entries : state.Entries(asked);
        return entries.ToDictionary(entry => entry.Episode);
    }

    private Change? Between(string id, Entry? then, Entry? now, AskedDate asked)
    {
        var differs = then is null || now is null ? [] : Differences(then, now);
        if (then is not null && now is not null && differs.Count == 0 && Equals(ValueOf(then, asked), ValueOf(now, asked)))
        {
            return null;
        }

        return Through(FactsBehind(id), new()
        {
            Episode = id,
            Statement = (now ?? then)!.Statement,
            Before = ValueOf(then, asked),
            After = ValueOf(now, asked),
            Differs = differs.Count == 0 ? null : differs,
            Facts = [],
        });
    }

    private Change? OfExistence(AskedDate asked)
    {
        var then = before?.StateOf(null).Existence(asked) ?? NothingRecorded;
        var now = after.StateOf(null).Existence(asked);
        var because = !then.Because.SequenceEqual(now.Because);
        if (!because && Equals(ValueOf(then, asked), ValueOf(now, asked)))
        {
            return null;
        }

        var id = PolityExistence.EpisodeOf(after.Polity.Id);
        return Through(FactsBehind(id), new()
        {
            Episode = id,
            Statement = $"{after.Polity.Name} existed",
            Before = ValueOf(then, asked),
            After = ValueOf(now, asked),
            Differs = because ? ["because"] : null,
            Facts = [],
        });
    }

    private static Change Through(List<RecordedFact> facts, Change change) => change with
    {
        Position = facts[^1].Position,
        Facts = [.. facts.Select(fact => $"/facts/{fact.Fact.Id}")],
    };

    private static object ValueOf(ThreeValues? values, AskedDate asked) => asked.IsDay
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

    /// <summary>What was recorded in between and bears on the episode; else on what binds it; else everything in between, of which something does.</summary>
    private List<RecordedFact> FactsBehind(string id)
    {
        var between = after.Facts.All.Concat(after.Entities.Descriptions.All).Select(fact => fact.Recorded)
            .Where(recorded => recorded.Position > from).OrderBy(recorded => recorded.Position).ToList();
        var own = between.Where(recorded => BearsOn(recorded.Fact, id)).ToList();
        if (own.Count > 0)
        {
            return own;
        }

        var binding = between.Where(recorded => BearsOnAPostOrTheLife(recorded.Fact)).ToList();
        return binding.Count > 0 ? binding : between.Count > 0 ? between : [after.LastTouched];
    }

    private bool BearsOn(Fact fact, string id) => fact switch
    {
        AboutFact about => Target(about.Target) is { } target && BearsOn(target, id)
            || (fact is FactCorrected correction && BearsOn(correction.Content, id)),
        ClaimPreferred preference => preference.Episode == id || EpisodeIn(after, id)?.Facts.Any(recorded => recorded.Fact.Id == preference.Id) is true,
        EntitiesIdentified identity => Names(id, identity.Entity) || Names(id, identity.SameAs),
        EntityDescribed described => Names(id, described.Entity),
        _ => fact.Bearings().Any(bearing => bearing.Episode == id || after.Entities.Identify(bearing).Bearing.Episode == id),
    };

    private bool BearsOnAPostOrTheLife(Fact fact) => fact switch
    {
        AboutFact about => Target(about.Target) is { } target && BearsOnAPostOrTheLife(target),
        ClaimPreferred preference => EpisodeIn(after, preference.Episode) is { Nature: Nature.Life or Nature.Post or Nature.Institution },
        _ => fact.Bearings().Any(bearing => bearing.Nature is Nature.Life or Nature.Post or Nature.Institution),
    };

    private Fact? Target(string id) => (after.Facts.Find(id) ?? after.Entities.Descriptions.Find(id))?.Recorded.Fact;

    private static bool Names(string episode, string entity) => episode.Split('/').Skip(2).SelectMany(Episodes.Pair.PartsOf).Contains(entity);

    private static Episode? EpisodeIn(PolityAsKnown known, string id) => known.Life?.Id == id ? known.Life : known.Episodes.FirstOrDefault(episode => episode.Id == id);
}
