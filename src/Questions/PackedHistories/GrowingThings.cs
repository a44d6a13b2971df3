using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The things of which a polity's facts tell, while facts are added: an added fact groups anew only what it tells of. Not thread-safe.</summary>
/// <param name="polity">The polity.</param>
internal sealed class GrowingThings(string polity)
{
    private static readonly DatesAsDays AnyDays = DatesAsDays.For(Array.Empty<ThingFacts>());

    private readonly string lifeId = PolityExistence.EpisodeOf(polity);
    private readonly Dictionary<string, FactGroup> groups = [];
    private readonly Dictionary<string, HashSet<FactGroup>> groupsOf = [];
    private readonly Dictionary<string, FoldedThing> folded = [];
    private readonly Dictionary<string, ThingInputs> inputs = [];
    private readonly HashSet<string> withGaps = [];
    private readonly List<RecordedFact> preferences = [];
    private readonly Dictionary<long, ThingFacts[]> preferredIn = [];
    private IReadOnlyList<ClaimDate> endsOfLives = [];

    /// <summary>The things with their periods.</summary>
    public IReadOnlyDictionary<string, FoldedThing> Folded => folded;

    /// <summary>How dates become days.</summary>
    public DatesAsDays Days { get; private set; } = AnyDays;

    /// <summary>Adds the next entry about the polity.</summary>
    /// <returns>The things that changed, or disappeared.</returns>
    public HashSet<string> Append(RecordedFact entry, EntityRegister entities, SourceStandings standings)
    {
        var group = entry.Fact is AboutFact about && groups.TryGetValue(about.Target, out var found) ? found : new FactGroup();
        groups[entry.Fact.Id] = group;
        group.Add(entry);
        var touched =
            entry.Fact is FactsIdentified { Same: var same } && groups.TryGetValue(same, out var other) ? Unite(group, other) : [];
        touched.UnionWith(Regroup(group, entities));
        if (group.IsPreference)
        {
            preferences.Add(entry);
            RememberPreferredIn(entry.Position);
            touched.UnionWith(folded.Keys);
        }

        return Refold(touched, entities, standings);
    }

    /// <summary>Looks up the entities and sources again.</summary>
    /// <returns>The things that changed, or disappeared.</returns>
    public HashSet<string> Renew(EntityRegister entities, SourceStandings standings)
    {
        var touched = new HashSet<string>(folded.Keys);
        foreach (var group in groups.Values.Distinct())
        {
            touched.UnionWith(Regroup(group, entities));
        }

        return Refold(touched, entities, standings);
    }

    /// <summary>Makes one group of two: what is told of two facts that are one act depends on both.</summary>
    /// <returns>The things that the other group affected.</returns>
    private HashSet<string> Unite(FactGroup group, FactGroup other)
    {
        var touched = new HashSet<string>();
        if (other != group)
        {
            touched.UnionWith(other.AffectedThings);
            foreach (var thing in other.AffectedThings)
            {
                groupsOf[thing].Remove(other);
            }

            foreach (var entry in other.Entries)
            {
                groups[entry.Fact.Id] = group;
            }

            group.Add(other);
        }

        return touched;
    }

    /// <summary>Finds again which things a group affects.</summary>
    /// <returns>The things that it affected before, and those that it affects now.</returns>
    private HashSet<string> Regroup(FactGroup group, EntityRegister entities)
    {
        var touched = new HashSet<string>(group.AffectedThings);
        foreach (var thing in group.AffectedThings)
        {
            groupsOf[thing].Remove(group);
        }

        group.FindLinks(entities);
        foreach (var thing in group.AffectedThings)
        {
            touched.Add(thing);
            if (!groupsOf.TryGetValue(thing, out var others))
            {
                groupsOf[thing] = others = [];
            }

            others.Add(group);
        }

        return touched;
    }

    /// <summary>Keeps what was told of things just before a preference, which may refer to their claims.</summary>
    private void RememberPreferredIn(long position) =>
        preferredIn[position] = [
            .. new FactsAsKnown(preferences)
                .All.Select(fact => fact.Content)
                .OfType<ClaimPreferred>()
                .Select(preference => preference.Episode)
                .OfType<string>()
                .Select(episode => inputs.GetValueOrDefault(Facts.EpisodeId.ThingOf(episode))?.Facts)
                .OfType<ThingFacts>()
                .Distinct(),
        ];

    private HashSet<string> Refold(HashSet<string> touched, EntityRegister entities, SourceStandings standings)
    {
        var changed = new HashSet<string>();
        foreach (var id in touched)
        {
            if (FactsOf(id, entities) is not { } facts)
            {
                inputs.Remove(id);
                withGaps.Remove(id);
                changed.Add(id);
                continue;
            }

            var now = ThingInputs.Of(facts, SetAsideOf(facts), entities, standings);
            if (inputs.TryGetValue(id, out var before) && before.IsSameAs(now))
            {
                continue;
            }

            inputs[id] = now;
            _ = DatesAsDays.DependOnOthers(facts) ? withGaps.Add(id) : withGaps.Remove(id);
            changed.Add(id);
        }

        RenewDays(changed);
        if (changed.Contains(lifeId))
        {
            GroupLives(changed, standings);
        }

        foreach (var id in changed.Where(id => id != lifeId))
        {
            Group(id, standings);
        }

        return changed;
    }

    private ThingFacts? FactsOf(string id, EntityRegister entities)
    {
        if (!groupsOf.TryGetValue(id, out var link) || link.Count == 0)
        {
            return null;
        }

        var entries = link.SelectMany(group => group.Entries).OrderBy(entry => entry.Position).ToList();
        return ThingFacts.Of(new FactsAsKnown(entries), entities).FirstOrDefault(thing => thing.Id == id);
    }

    private IReadOnlyList<SetAside> SetAsideOf(ThingFacts facts) =>
        preferences.Count == 0
            ? []
            : Settlements.Of(new FactsAsKnown(preferences), [facts], position => preferredIn[position]).In(facts.Id);

    /// <summary>Renews the days of dates that repeat without end, which depend on how far the polity's other dates reach.</summary>
    private void RenewDays(HashSet<string> changed)
    {
        var now = withGaps.Count == 0 ? AnyDays : DatesAsDays.For(inputs.Values.Select(one => one.Facts));
        if (now != Days)
        {
            Days = now;
            changed.UnionWith(withGaps);
        }
    }

    /// <summary>Groups the lives, and adds what the state carries if their ends have changed.</summary>
    private void GroupLives(HashSet<string> changed, SourceStandings standings)
    {
        Group(lifeId, standings);
        IReadOnlyList<ClaimDate> ends = folded.GetValueOrDefault(lifeId)?.Periods.EndsButLast ?? [];
        if (!ends.SequenceEqual(endsOfLives))
        {
            endsOfLives = ends;
            changed.UnionWith(inputs.Where(one => one.Value.Facts.Nature.IsCarriedByState()).Select(one => one.Key));
        }
    }

    private void Group(string id, SourceStandings standings)
    {
        if (inputs.TryGetValue(id, out var one))
        {
            folded[id] = new(one, ThingPeriods.Of(one.Facts, Days, standings, one.SetAside, endsOfLives));
        }
        else
        {
            folded.Remove(id);
        }
    }
}
