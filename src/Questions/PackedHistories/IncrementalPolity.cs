using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A polity to which entries are added one by one: at every position it equals <see cref="PolityAsKnown"/>, but only what an entry
/// can change is computed again. An entry affects few things. One that limits the lives renews the frame, and then only the things that
/// the new frame resolves differently. Not thread-safe.</summary>
internal sealed class IncrementalPolity
{
    private readonly string polity;
    private readonly string lifeId;
    private readonly string namesOf;
    private readonly GrowingThings things;
    private readonly Dictionary<string, KnownEpisode> known = [];
    private readonly Dictionary<string, List<KnownEpisode>> periodsOf = [];
    private readonly Dictionary<string, ReasonContext> contexts = [];
    private readonly HashSet<string> parties = [];
    private readonly HashSet<string> sources = [];
    private readonly List<RecordedFact> descriptions = [];
    private EntityRegister entities = new([]);
    private SourceStandings standings;
    private bool registerIsOld;
    private RecordedFact? lastEntry;
    private ReasonContexts reasons;

    public IncrementalPolity(string polity)
    {
        (this.polity, lifeId, namesOf) = (polity, PolityExistence.EpisodeOf(polity), EpisodeKind.OfficialName.EpisodeOf(polity, ""));
        things = new(polity);
        standings = new(entities.Descriptions);
        parties.Add(polity);
        Frame = new(
            entities.ReferenceTo(polity),
            entities,
            RulesOfTime.Frame.Of(SourceStatements.OfLives([], things.Days), [], []),
            [],
            []
        );
        reasons = new(Frame);
    }

    /// <summary>Its lives, and what limits them.</summary>
    public PolityFrame Frame { get; private set; }

    /// <summary>The last entry that touched it or an entity that its answers can name; null before the first.</summary>
    public RecordedFact? LastTouched { get; private set; }

    /// <summary>An episode other than a life, with the context of its reasons; null if there is none with this id (any more).</summary>
    public (KnownEpisode Known, ReasonContext Context)? Find(string id) =>
        known.TryGetValue(id, out var episode) ? (episode, contexts[id]) : null;

    /// <summary>Adds the next entry about the polity.</summary>
    /// <returns>The episodes whose entries may have changed, or disappeared.</returns>
    public IReadOnlySet<string> Append(RecordedFact entry)
    {
        RenewRegister();
        lastEntry = LastTouched = entry;
        parties.UnionWith(entry.Fact.Parties().Select(party => party.Id).OfType<string>());
        sources.UnionWith(entry.Fact.SourcesNamed());
        return Resolve(things.Append(entry, entities, standings));
    }

    /// <summary>Adds the next entry that describes or identifies entities, or assesses a source.</summary>
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
        var touched = parties
            .Select(entities.LastTouched)
            .Concat(PolityAsKnown.AssessmentsOf(sources, standings))
            .OfType<RecordedFact>()
            .Append(lastEntry)
            .MaxBy(recorded => recorded.Position)!;
        if (touched.Position == LastTouched!.Position)
        {
            return new HashSet<string>();
        }

        LastTouched = touched;
        var changed = new HashSet<string>(known.Keys);
        changed.UnionWith(Resolve(things.Renew(entities, standings)));
        return changed;
    }

    /// <summary>Looks names up again when they are next needed: most descriptions come before all facts.</summary>
    private void RenewRegister()
    {
        if (registerIsOld)
        {
            (entities, registerIsOld) = (new(descriptions), false);
            standings = new(entities.Descriptions);
            Frame = Frame with { Entities = entities, Polity = entities.ReferenceTo(polity), Names = new(polity, entities, known.Values) };
        }
    }

    /// <param name="changedThings">The things of which something else is told.</param>
    /// <returns>The periods whose entries may have changed, or disappeared.</returns>
    private HashSet<string> Resolve(HashSet<string> changedThings)
    {
        var changed = new HashSet<string>();
        var lifeChanged = changedThings.Remove(lifeId);
        var binding = changedThings.Where(id => Binds(id) || DidBind(id)).ToList();
        var toResolve = changedThings.Except(binding).ToList();
        var reasonsBefore = reasons;
        if (lifeChanged || binding.Count > 0)
        {
            var before = Frame.Frame;
            RenewFrame(changedThings, binding, changed);
            reasons = new(Frame, reasonsBefore);
            if (!Frame.Frame.ResolvesAs(before))
            {
                toResolve.AddRange(things.Folded.Keys.Where(id => id != lifeId && !Binds(id) && !changedThings.Contains(id)));
            }
        }

        foreach (var id in toResolve)
        {
            if (!things.Folded.TryGetValue(id, out var thing))
            {
                Keep(id, [], isChanged: true, changed);
                continue;
            }

            var resolved = Frame.Frame.Resolve([
                .. thing.Episodes.Select(episode => SourceStatements.OfEpisode(episode, entities, things.Days)),
            ]);
            Keep(
                id,
                [.. thing.Episodes.Zip(resolved, (episode, one) => new KnownEpisode(episode, one))],
                changedThings.Contains(id),
                changed
            );
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
        IEnumerable<KnownEpisode> affected = ReferenceEquals(reasons.Lives, before.Lives)
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

    /// <summary>Keeps the periods of a thing, and adds those that have changed.</summary>
    private void Keep(string thing, List<KnownEpisode> now, bool isChanged, HashSet<string> changed)
    {
        foreach (
            var gone in periodsOf.GetValueOrDefault(thing, []).Where(before => !now.Exists(one => one.Episode.Id == before.Episode.Id))
        )
        {
            known.Remove(gone.Episode.Id);
            contexts.Remove(gone.Episode.Id);
            changed.Add(gone.Episode.Id);
        }

        for (var i = 0; i < now.Count; i++)
        {
            var id = now[i].Episode.Id;
            if (!isChanged && known.TryGetValue(id, out var before) && now[i].Resolved.IsSameAs(before.Resolved))
            {
                now[i] = before;
                continue;
            }

            known[id] = now[i];
            changed.Add(id);
        }

        if (now.Count == 0)
        {
            periodsOf.Remove(thing);
        }
        else
        {
            periodsOf[thing] = now;
        }
    }

    private bool Binds(string thing) => things.Folded.TryGetValue(thing, out var one) && one.BindsState;

    private bool DidBind(string thing) => periodsOf.TryGetValue(thing, out var before) && before[0].Episode.Nature.BindsState();

    /// <summary>Resolves the lives and everything that limits them, and adds what has changed.</summary>
    private void RenewFrame(HashSet<string> changedThings, List<string> touched, HashSet<string> changed)
    {
        var binding = things.Folded.Values.Where(one => one.BindsState).OrderBy(one => one.Inputs.Facts.Facts[0].Entry.Position).ToList();
        IReadOnlyList<Episodes.Episode> lives = things.Folded.GetValueOrDefault(lifeId)?.Episodes ?? [];
        var frame = RulesOfTime.Frame.Of(
            SourceStatements.OfLives(lives, things.Days),
            binding.SelectMany(one => one.Episodes).Select(episode => SourceStatements.OfEpisode(episode, entities, things.Days)),
            SourceStatements.LooseOf([], lives, things.Days)
        );
        foreach (var gone in touched.Where(id => !Binds(id)))
        {
            Keep(gone, [], isChanged: true, changed);
        }

        var resolved = frame.Binding.ToDictionary(episode => episode.Id);
        foreach (var thing in binding)
        {
            var id = thing.Inputs.Facts.Id;
            Keep(
                id,
                [.. thing.Episodes.Select(episode => new KnownEpisode(episode, resolved[episode.Id]))],
                changedThings.Contains(id),
                changed
            );
        }

        Frame = Frame with
        {
            Frame = frame,
            Lives = [.. lives.Zip(frame.Lives, (life, one) => new KnownEpisode(life, one))],
            Binding = [.. binding.SelectMany(one => one.Episodes).Select(episode => known[episode.Id])],
        };
    }
}
