namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// Drops, in rounds, the intervals that have no partner in the sets as they were before the round, until a round changes nothing (DESIGN
/// section 2). All sets change at once: which readings are left with nothing (rule 6) depends on it.
/// </summary>
internal sealed class Rounds(UnresolvedEpisode life, UnresolvedEpisode[] episodes, Seat[] seats)
{
    private readonly UnresolvedEpisode[] binding = Array.FindAll(episodes, episode => episode.Nature.BindsState());
    private readonly List<LifeStep> steps = [];

    /// <summary>Applies rule 4 alone, or rules 4 and 5 together, until a round changes nothing.</summary>
    /// <returns>The life at the beginning of the first round, and of every round before which it had changed.</returns>
    public LifeStep[] RunToFixpoint(bool withSeats)
    {
        MarkAll(changed: true);
        steps.Clear();
        for (var changed = Round(withSeats); changed.Count > 0; changed = Round(withSeats))
            foreach (var reading in changed)
                Replace(reading);
        return [.. steps];
    }

    /// <summary>Runs one round for an episode that limits no other. A second one with the same life would change nothing.</summary>
    public static void Apply(UnresolvedEpisode episode, LifeStep step)
    {
        var changed = new List<UnresolvedReading>();
        LimitTerms(episode, seat: null, step, step.CompatibleWith, changed);
        foreach (var reading in changed)
            Replace(reading);
    }

    private void MarkAll(bool changed)
    {
        life.Changed = changed;
        foreach (var episode in episodes)
            episode.Changed = changed;
        foreach (var seat in seats)
            seat.Changed = changed;
    }

    /// <summary>Runs one round, skipping what depends on nothing that changed in the one before.</summary>
    /// <returns>The readings that the round changes.</returns>
    private List<UnresolvedReading> Round(bool withSeats)
    {
        if (life.Changed)
            steps.Add(new LifeStep(life));
        foreach (var seat in seats)
            if (seat.Changed)
                seat.BeginRound();

        var changed = new List<UnresolvedReading>();
        LimitLife(changed);
        foreach (var episode in episodes)
            if (life.Changed || episode.Changed || episode.Seat?.Changed == true)
                LimitTerms(episode, withSeats ? episode.Seat : null, steps[^1], OneDay.CompatibleWith, changed);

        MarkAll(changed: false);
        return changed;
    }

    /// <summary>Rule 4 for the life, which posts and institutions limit.</summary>
    private void LimitLife(List<UnresolvedReading> changed)
    {
        var left = steps[^1].Life.Lives;
        foreach (var post in binding)
            if (post.Changed || post.Seat?.Changed == true)
                left = BindingPosts.LivesAllowedBy(post, left);
        foreach (var reading in life.Readings.Where(reading => !reading.LeftWithNothing))
        {
            foreach (var part in reading.Parts)
                (part.HeldNext, part.OnDayAttestedNext) = (part.Held.Intersect(left), part.OnDayAttested);
            AddIfChanged(reading, changed);
        }
    }

    /// <summary>Rules 3 to 5 for an episode; an end on the day attested (rule 1) stays as long as it has a reason.</summary>
    private static void LimitTerms(
        UnresolvedEpisode episode,
        Seat? seat,
        LifeStep step,
        Func<UnresolvedReading, Intervals> compatibleWith,
        List<UnresolvedReading> changed
    )
    {
        foreach (var reading in episode.Readings)
        {
            if (reading.LeftWithNothing)
                continue;
            foreach (var part in reading.Parts)
            {
                var allowed = step.Life.Allows(reading, part);
                part.HeldNext = Left(part.Held);
                part.OnDayAttestedNext = part.OnDayAttested.IsEmpty
                    ? part.OnDayAttested
                    : Left(part.OnDayAttested)
                        .Intersect(Intervals.UnionOf(part.Reasons.ConvertAll(reason => reason.StillFor(compatibleWith))));

                Intervals Left(Intervals held) => seat is null ? held.Intersect(allowed) : seat.Limit(reading, held.Intersect(allowed));
            }

            AddIfChanged(reading, changed);
        }
    }

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
        reading.Episode.Seat?.Changed = true;
    }
}
