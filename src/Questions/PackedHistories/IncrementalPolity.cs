using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A polity to which entries are added one by one: at every position it equals <see cref="PolityAsKnown"/>, but only what an entry
/// can change is computed again. An entry affects few episodes. One that limits the life renews the frame, and then only the episodes that
/// the new frame resolves differently. Not thread-safe.</summary>
internal sealed class IncrementalPolity
{
    private static readonly DatesAsDays AnyDays = DatesAsDays.For([]);

    private readonly string polity;
    private readonly string lifeId;
    private readonly string namesOf;
    private readonly Dictionary<string, FactGroup> groups = [];
    private readonly Dictionary<string, HashSet<FactGroup>> groupsOf = [];
    private readonly Dictionary<string, FoldedEpisode> folded = [];
    private readonly Dictionary<string, KnownEpisode> known = [];
    private readonly Dictionary<string, ReasonContext> contexts = [];
    private readonly HashSet<string> withGaps = [];
    private readonly HashSet<string> parties = [];
    private readonly List<RecordedFact> descriptions = [];
    private readonly List<RecordedFact> preferences = [];
    private readonly Dictionary<long, Episode[]> preferredIn = [];
    private DatesAsDays days = AnyDays;
    private EntityRegister entities = new([]);
    private bool registerIsOld;
    private RecordedFact? lastEntry;
    private ReasonContexts reasons;

    public IncrementalPolity(string polity)
    {
        (this.polity, lifeId, namesOf) = (polity, PolityExistence.EpisodeOf(polity), EpisodeKind.OfficialName.EpisodeOf(polity, ""));
        parties.Add(polity);
        Frame = new(entities.ReferenceTo(polity), entities, FrameOf(Statements.None, []), null, []);
        reasons = new(Frame);
    }

    /// <summary>Its life, and what limits it.</summary>
    public PolityFrame Frame { get; private set; }

    /// <summary>The last entry that touched it or an entity that its answers can name; null before the first.</summary>
    public RecordedFact? LastTouched { get; private set; }

    /// <summary>An episode other than the life, with the context of its reasons; null if there is none with this id (any more).</summary>
    public (KnownEpisode Known, ReasonContext Context)? Find(string id) =>
        known.TryGetValue(id, out var episode) ? (episode, contexts[id]) : null;

    /// <summary>Adds the next entry about the polity.</summary>
    /// <returns>The episodes whose entries may have changed, or disappeared.</returns>
    public IReadOnlySet<string> Append(RecordedFact entry)
    {
        RenewRegister();
        lastEntry = LastTouched = entry;
        parties.UnionWith(entry.Fact.Parties().Select(party => party.Id).OfType<string>());
        var group = entry.Fact is AboutFact about && groups.TryGetValue(about.Target, out var found) ? found : new FactGroup();
        groups[entry.Fact.Id] = group;
        group.Add(entry);
        var touched =
            entry.Fact is FactsIdentified { Same: var same } && groups.TryGetValue(same, out var other) ? Unite(group, other) : [];
        touched.UnionWith(Regroup(group));
        if (group.IsPreference)
        {
            preferences.Add(entry);
            RememberPreferredIn(entry.Position);
            touched.UnionWith(folded.Keys);
        }

        return Refold(touched);
    }

    /// <summary>Adds the next entry that describes or identifies entities.</summary>
    /// <returns>The same; empty if it names none of these entities.</returns>
    public IReadOnlySet<string> AppendDescription(RecordedFact entry)
    {
        // An entity may be described before the polity names it; its descriptions are then added late.
        descriptions.Insert(descriptions.FindLastIndex(other => other.Position < entry.Position) + 1, entry);
        registerIsOld = true;
        if (lastEntry is null)
        {
            return new HashSet<string>();
        }

        RenewRegister();
        var touched = parties.Select(entities.LastTouched).OfType<RecordedFact>().Append(lastEntry).MaxBy(recorded => recorded.Position)!;
        if (touched.Position == LastTouched!.Position)
        {
            return new HashSet<string>();
        }

        LastTouched = touched;
        var changed = new HashSet<string>(folded.Keys);
        foreach (var group in groups.Values.Distinct())
        {
            changed.UnionWith(Regroup(group));
        }

        changed.UnionWith(Refold(changed));
        return changed;
    }

    /// <summary>Looks names up again when they are next needed: most descriptions come before all facts.</summary>
    private void RenewRegister()
    {
        if (registerIsOld)
        {
            (entities, registerIsOld) = (new(descriptions), false);
            Frame = Frame with { Entities = entities, Polity = entities.ReferenceTo(polity), Names = new(polity, entities, known.Values) };
        }
    }

    /// <summary>Makes one group of two: what is told of two facts that are one act depends on both.</summary>
    /// <returns>The episodes that the other group affected.</returns>
    private HashSet<string> Unite(FactGroup group, FactGroup other)
    {
        var touched = new HashSet<string>();
        if (other != group)
        {
            touched.UnionWith(other.AffectedEpisodes);
            foreach (var episode in other.AffectedEpisodes)
            {
                groupsOf[episode].Remove(other);
            }

            foreach (var entry in other.Entries)
            {
                groups[entry.Fact.Id] = group;
            }

            group.Add(other);
        }

        return touched;
    }

    /// <summary>Finds again which episodes a group affects.</summary>
    /// <returns>The episodes that it affected before, and those that it affects now.</returns>
    private HashSet<string> Regroup(FactGroup group)
    {
        var touched = new HashSet<string>(group.AffectedEpisodes);
        foreach (var episode in group.AffectedEpisodes)
        {
            groupsOf[episode].Remove(group);
        }

        group.FindLinks(entities);
        foreach (var episode in group.AffectedEpisodes)
        {
            touched.Add(episode);
            if (!groupsOf.TryGetValue(episode, out var others))
            {
                groupsOf[episode] = others = [];
            }

            others.Add(group);
        }

        return touched;
    }

    /// <summary>Keeps the episodes as known at a preference, which refers to them.</summary>
    private void RememberPreferredIn(long position) =>
        preferredIn[position] = [
            .. new FactsAsKnown(preferences)
                .All.Select(fact => fact.Content)
                .OfType<ClaimPreferred>()
                .Select(preference => folded.GetValueOrDefault(preference.Episode)?.Episode)
                .OfType<Episode>()
                .Distinct(),
        ];

    private HashSet<string> Refold(HashSet<string> touched)
    {
        var changed = new HashSet<string>();
        foreach (var id in touched)
        {
            var before = folded.GetValueOrDefault(id);
            var episode = FoldOf(id);
            if (episode is null)
            {
                folded.Remove(id);
                withGaps.Remove(id);
            }
            else
            {
                var (setAside, seat) = (SetAsideIn(episode), Seat.Of(episode, entities));
                if (before is not null && before.IsSameAs(episode, setAside, seat))
                {
                    continue;
                }

                folded[id] = new(episode, setAside, seat);
                if (DatesAsDays.DependOnOthers(episode))
                {
                    withGaps.Add(id);
                }
                else
                {
                    withGaps.Remove(id);
                }
            }

            changed.Add(id);
        }

        RenewDays(changed);
        return Resolve(changed);
    }

    private Episode? FoldOf(string id)
    {
        if (!groupsOf.TryGetValue(id, out var link) || link.Count == 0)
        {
            return null;
        }

        var entries = link.SelectMany(group => group.Entries).OrderBy(entry => entry.Position).ToList();
        return Episode.Fold(new FactsAsKnown(entries), entities).FirstOrDefault(episode => episode.Id == id);
    }

    private IReadOnlyList<SetAside> SetAsideIn(Episode episode) =>
        preferences.Count == 0
            ? []
            : new Settlements(new FactsAsKnown(preferences), [episode], position => preferredIn[position]).In(episode.Id);

    /// <summary>Renews the days of dates that repeat without end, which depend on how far the polity's other dates reach.</summary>
    private void RenewDays(HashSet<string> changed)
    {
        var now = withGaps.Count == 0 ? AnyDays : DatesAsDays.For(folded.Values.Select(one => one.Episode));
        if (now != days)
        {
            days = now;
            changed.UnionWith(withGaps);
        }
    }

    private HashSet<string> Resolve(HashSet<string> changed)
    {
        var lifeChanged = changed.Remove(lifeId);
        var binding = changed
            .Where(id => Binds(id) || (known.TryGetValue(id, out var before) && before.Episode.Nature.BindsState()))
            .ToList();
        var toResolve = changed.Except(binding).ToList();
        var reasonsBefore = reasons;
        if (lifeChanged || binding.Count > 0)
        {
            var before = Frame.Frame;
            RenewFrame(changed, binding);
            reasons = new(Frame, reasonsBefore);
            if (!Frame.Frame.ResolvesAs(before))
            {
                toResolve.AddRange(folded.Keys.Where(id => id != lifeId && !Binds(id) && !changed.Contains(id)));
            }
        }

        foreach (var id in toResolve)
        {
            if (!folded.TryGetValue(id, out var one))
            {
                Remove(id);
                continue;
            }

            var resolved = Frame.Frame.Resolve(SourceStatements.OfEpisode(one.Episode, one.Seat, one.SetAside, days));
            if (changed.Contains(id) || !resolved.IsSameAs(known[id].Resolved))
            {
                known[id] = new(one.Episode, one.SetAside, resolved);
                changed.Add(id);
            }
        }

        RenewContexts(changed, reasonsBefore);
        RenewNames(changed);
        return changed;
    }

    /// <summary>Adds every episode where the polity is called otherwise on some date, because every statement names it.</summary>
    private void RenewNames(HashSet<string> changed)
    {
        if (!changed.Any(id => id.StartsWith(namesOf, StringComparison.Ordinal)))
        {
            return;
        }

        var now = new OfficialNames(polity, entities, known.Values);
        if (!now.IsSameAs(Frame.Names))
        {
            Frame = Frame with { Names = now };
            changed.UnionWith(known.Keys);
        }
    }

    /// <summary>Adds the episodes whose reasons have a new context.</summary>
    private void RenewContexts(HashSet<string> changed, ReasonContexts before)
    {
        IEnumerable<KnownEpisode> affected = ReferenceEquals(reasons.Life, before.Life)
            ? [.. changed.Where(known.ContainsKey).Select(id => known[id]), .. reasons.HoldersOfOtherSeats(before)]
            : known.Values;
        foreach (var one in affected)
        {
            var (id, context) = (one.Episode.Id, reasons.Of(one));
            if (!contexts.TryGetValue(id, out var last) || context != last)
            {
                contexts[id] = context;
                changed.Add(id);
            }
        }
    }

    private void Remove(string id)
    {
        known.Remove(id);
        contexts.Remove(id);
    }

    private bool Binds(string id) => folded.TryGetValue(id, out var one) && one.Episode.Nature.BindsState();

    /// <summary>Resolves the life and everything that limits it, and adds what has changed.</summary>
    private void RenewFrame(HashSet<string> changed, List<string> touched)
    {
        var binding = folded.Values.Where(one => one.Episode.Nature.BindsState()).OrderBy(one => one.Episode.FirstPosition).ToList();
        var life = folded.GetValueOrDefault(lifeId);
        var frame = FrameOf(
            SourceStatements.Of(life?.Episode, life?.SetAside ?? [], days),
            binding.Select(one => SourceStatements.OfEpisode(one.Episode, one.Seat, one.SetAside, days))
        );
        foreach (var gone in touched.Where(id => !Binds(id)))
        {
            Remove(gone);
        }

        var now = new List<KnownEpisode>(binding.Count);
        foreach (var (one, resolved) in binding.Zip(frame.Binding))
        {
            var id = one.Episode.Id;
            if (changed.Contains(id) || !known.TryGetValue(id, out var last) || !resolved.IsSameAs(last.Resolved))
            {
                known[id] = new(one.Episode, one.SetAside, resolved);
                changed.Add(id);
            }

            now.Add(known[id]);
        }

        Frame = Frame with { Frame = frame, Life = life is null ? null : new(life.Episode, life.SetAside, frame.Life), Binding = now };
    }

    private static Frame FrameOf(Statements life, IEnumerable<EpisodeStatements> binding) =>
        RulesOfTime.Frame.Of([new(Resolution.LifeId, life)], binding, []);

    private sealed record FoldedEpisode(Episode Episode, IReadOnlyList<SetAside> SetAside, string? Seat)
    {
        /// <summary>Whether nothing has changed: an entry that did not touch it leaves the very same facts.</summary>
        public bool IsSameAs(Episode now, IReadOnlyList<SetAside> setAside, string? seat) =>
            Episode.Facts.SequenceEqual(now.Facts, ReferenceEqualityComparer.Instance)
            && Episode.Party == now.Party
            && Episode.Inferred == now.Inferred
            && Seat == seat
            && SetAside.SequenceEqual(setAside);
    }
}
