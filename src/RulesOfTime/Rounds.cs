namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// DESIGN section 2: drop what has no partner in the sets as they were before the round, repeat until nothing changes. Rounds are
/// simultaneous, for what is left with nothing in one (rule 6) depends on it.
/// </summary>
internal sealed class Rounds(UnresolvedEpisode life, UnresolvedEpisode[] episodes, Seat[] seats)
{
    private readonly UnresolvedEpisode[] binding = Array.FindAll(episodes, episode => episode.Nature.BindsState());
    private readonly List<LifeStep> steps = [];

    /// <summary>Applies rule 4 alone, or rules 4 and 5 together, until a round changes nothing.</summary>
    /// <returns>The life as the rounds found it, each time anew after it had changed.</returns>
    public LifeStep[] UntilRest(bool withSeats)
    {
        MarkAll(changed: true);
        steps.Clear();
        for (var changed = Round(withSeats); changed.Count > 0; changed = Round(withSeats))
            foreach (var reading in changed)
                Replace(reading);
        return [.. steps];
    }

    /// <summary>One round for an episode that bears on nothing else: what the life, as it was then, leaves of it. A second one with the
    /// same life would change nothing.</summary>
    public static void Drop(UnresolvedEpisode episode, LifeStep step)
    {
        var changed = new List<UnresolvedReading>();
        DropTerms(episode, seat: null, step, step.Beside, changed);
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

    /// <summary>Works out what every reading is left with; a side is looked at only where another that bears on it changed.</summary>
    private List<UnresolvedReading> Round(bool withSeats)
    {
        if (life.Changed)
            steps.Add(new LifeStep(life));
        foreach (var seat in seats)
            if (seat.Changed)
                seat.BeginRound();

        var changed = new List<UnresolvedReading>();
        DropLives(changed);
        foreach (var episode in episodes)
            if (life.Changed || episode.Changed || episode.Seat?.Changed == true)
                DropTerms(episode, withSeats ? episode.Seat : null, steps[^1], OneDay.BesideWhich, changed);

        MarkAll(changed: false);
        return changed;
    }

    /// <summary>Rule 4, the posts' and institutions' side.</summary>
    private void DropLives(List<UnresolvedReading> changed)
    {
        var left = steps[^1].Life.Lives;
        foreach (var post in binding)
            if (post.Changed || post.Seat?.Changed == true)
                left = BindingPosts.LeftBy(post, left);
        foreach (var reading in life.Readings.Where(reading => !reading.LeftWithNothing))
        {
            foreach (var part in reading.Parts)
                (part.HeldNext, part.OnDayAttestedNext) = (part.Held.Intersect(left), part.OnDayAttested);
            AddIfChanged(reading, changed);
        }
    }

    /// <summary>Rules 3 to 5 for an episode, and rule 1's one day as long as it has a reason.</summary>
    private static void DropTerms(
        UnresolvedEpisode episode,
        Seat? seat,
        LifeStep step,
        Func<UnresolvedReading, Intervals> beside,
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
                    : Left(part.OnDayAttested).Intersect(Intervals.UnionOf(part.Reasons.ConvertAll(reason => reason.StillFor(beside))));

                Intervals Left(Intervals held) => seat is null ? held.Intersect(allowed) : seat.Leave(reading, held.Intersect(allowed));
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
