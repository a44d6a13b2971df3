namespace ArtsakhLedger.RulesOfTime;

/// <summary>Which rules a run of rounds applies.</summary>
internal enum Phase
{
    /// <summary>The order of the lives.</summary>
    Lives,

    /// <summary>That, and rule 4.</summary>
    WithinLives,

    /// <summary>These, rule 5 and the order of the periods of every thing.</summary>
    All,
}

/// <summary>
/// Drops, in rounds, the intervals that have no partner in the sets as they were before the round, until a round changes nothing.
/// All sets change at once: which readings are left with nothing (rule 6) depends on it.
/// </summary>
internal sealed class Rounds(Thing lives, UnresolvedEpisode[] episodes, Thing[] things, Seat[] seats, CancellationToken cancellation)
{
    private readonly UnresolvedEpisode[] binding = Array.FindAll(episodes, episode => episode.Nature.BindsState());
    private readonly List<LivesStep> steps = [];

    /// <summary>Applies the rules of a phase until a round changes nothing.</summary>
    /// <returns>The lives at the beginning of the first round, and of every round before which they had changed.</returns>
    public LivesStep[] RunToFixpoint(Phase phase)
    {
        MarkAll(changed: true);
        steps.Clear();
        for (var changed = Round(phase); changed.Count > 0; changed = Round(phase))
            foreach (var reading in changed)
                Replace(reading);

        // While these lives last, others run to rest.
        steps[^1].Rounds = int.MaxValue;
        return [.. steps];
    }

    /// <summary>Runs the rounds of a phase for a thing that limits no other, whose lives go through some states.</summary>
    public static void Apply(Thing thing, LivesStep[] steps, Phase phase, CancellationToken cancellation)
    {
        var changed = new List<UnresolvedReading>();
        foreach (var step in steps)
            for (var round = 0; round < step.Rounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                changed.Clear();
                thing.BeginRound();
                foreach (var episode in thing.Periods)
                    LimitTerms(episode, step, phase, changed);
                foreach (var reading in changed)
                    Replace(reading);

                // A second round with the same lives changes a period only if another one has changed.
                if (changed.Count == 0 || thing.Periods.Length == 1)
                    break;
            }
    }

    private void MarkAll(bool changed)
    {
        lives.Changed = changed;
        foreach (var life in lives.Periods)
            life.Changed = changed;
        foreach (var episode in episodes)
            episode.Changed = changed;
        foreach (var thing in things)
            thing.Changed = changed;
        foreach (var seat in seats)
            seat.Changed = changed;
    }

    /// <summary>Runs one round, skipping what depends on nothing that changed in the one before.</summary>
    /// <returns>The readings that the round changes.</returns>
    private List<UnresolvedReading> Round(Phase phase)
    {
        cancellation.ThrowIfCancellationRequested();
        if (lives.Changed)
        {
            steps.Add(new LivesStep(lives.Periods));
            lives.BeginRound();
        }

        steps[^1].Rounds++;
        foreach (var thing in things)
            if (thing.Changed)
                thing.BeginRound();
        foreach (var seat in seats)
            if (seat.Changed)
                seat.BeginRound();

        var changed = new List<UnresolvedReading>();
        foreach (var life in lives.Periods)
            LimitLife(life, phase, changed);
        if (phase != Phase.Lives)
            foreach (var episode in episodes)
            {
                cancellation.ThrowIfCancellationRequested();
                if (lives.Changed || MayHaveChanged(episode))
                    LimitTerms(episode, steps[^1], phase, changed);
            }

        MarkAll(changed: false);
        return changed;
    }

    private static bool MayHaveChanged(UnresolvedEpisode episode) => episode.Thing.Changed || episode.Seat?.Changed == true;

    /// <summary>The order of lives, and rule 4 for a life, which posts and institutions limit.</summary>
    private void LimitLife(UnresolvedEpisode life, Phase phase, List<UnresolvedReading> changed)
    {
        var step = steps[^1];
        var left = step.Lives[life.Place];
        if (phase != Phase.Lives)
            foreach (var post in binding)
            {
                cancellation.ThrowIfCancellationRequested();
                if (MayHaveChanged(post) || (lives.Changed && lives.Periods.Length > 1))
                    left = BindingPosts.LivesAllowedBy(post, life.Place, left, step, phase == Phase.All);
            }
        foreach (var reading in life.Readings)
        {
            if (reading.LeftWithNothing)
                continue;
            var anyInOrder = false;
            foreach (var part in reading.Parts)
            {
                var (held, onDayAttested) = (
                    lives.Limit(reading, part.Held),
                    Still(reading, part, lives.Limit(reading, part.OnDayAttested), step)
                );
                anyInOrder |= !held.IsEmpty || !onDayAttested.IsEmpty;
                (part.HeldNext, part.OnDayAttestedNext) = (held.Intersect(left), onDayAttested.Intersect(left));
            }

            // A life that is left with nothing beside a post, and has rivals, is told by these.
            reading.ReportsNothingLeft = !anyInOrder || life.Readings.Length == 1;
            AddIfChanged(reading, changed);
        }
    }

    /// <summary>Rules 3 to 5 and the order of periods for an episode.</summary>
    private static void LimitTerms(UnresolvedEpisode episode, LivesStep step, Phase phase, List<UnresolvedReading> changed)
    {
        foreach (var reading in episode.Readings)
        {
            if (reading.LeftWithNothing)
                continue;
            foreach (var part in reading.Parts)
            {
                var allowed = step.Allows(reading, part, phase == Phase.All);
                part.HeldNext = Left(part.Held);
                part.OnDayAttestedNext = part.OnDayAttested.IsEmpty
                    ? part.OnDayAttested
                    : Still(reading, part, Left(part.OnDayAttested), step);

                Intervals Left(Intervals held)
                {
                    var left = held.Intersect(allowed);
                    if (phase != Phase.All)
                        return left;
                    left = episode.Thing.Limit(reading, left);
                    return episode.Seat is { } seat ? seat.Limit(reading, left) : left;
                }
            }

            reading.ReportsNothingLeft = true;
            AddIfChanged(reading, changed);
        }
    }

    /// <summary>An end on the day attested (rule 1) stays as long as it has a reason.</summary>
    private static Intervals Still(UnresolvedReading reading, ReadingPart part, Intervals left, LivesStep step) =>
        left.IsEmpty ? left : left.Intersect(Intervals.UnionOf(part.Reasons.ConvertAll(reason => reason.StillFor(reading, step))));

    private static void AddIfChanged(UnresolvedReading reading, List<UnresolvedReading> changed)
    {
        foreach (var part in reading.Parts)
            if (!ReferenceEquals(part.Held, part.HeldNext) || !ReferenceEquals(part.OnDayAttested, part.OnDayAttestedNext))
            {
                changed.Add(reading);
                return;
            }
    }

    private static void Replace(UnresolvedReading reading)
    {
        if (Array.TrueForAll(reading.Parts, part => part.HeldNext.IsEmpty && part.OnDayAttestedNext.IsEmpty))
            reading.LeftWithNothing = true;
        else
            foreach (var part in reading.Parts)
                (part.Held, part.OnDayAttested) = (part.HeldNext, part.OnDayAttestedNext);
        reading.Episode.Summarize();
        reading.Episode.Changed = true;
        reading.Episode.Thing.Changed = true;
        reading.Episode.Seat?.Changed = true;
    }
}
