namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A reading that has no interval within the state's lives is exempt from the condition of rule 4 that it breaks, and from that one only
/// (rule 6). This is decided before any interval of an episode is dropped.
/// </summary>
internal static class OutsideLife
{
    /// <summary>Exempts the readings of some things that cannot lie within the lives.</summary>
    public static void Exempt(LivesStep step, IReadOnlyList<Thing> things)
    {
        foreach (var thing in things)
            thing.BeginRound();
        var episodes = things.SelectMany(thing => thing.Periods).ToArray();
        foreach (var episode in episodes)
        foreach (var reading in episode.Readings)
            Exempt(reading, step);

        // Only now, because each is judged by what the others were.
        foreach (var episode in episodes)
        {
            episode.Summarize();
            episode.Seat?.ForgetStarts();
        }
    }

    private static void Exempt(UnresolvedReading reading, LivesStep step)
    {
        if (reading.Episode.Nature.IsCarriedByState() && !Fits(step.WithinAny, startsWithin: true, endsWithin: true))
        {
            reading.JudgedBy = Judge(reading, step.Lives);
            if (reading.JudgedBy is { } life)
            {
                // A start outside is the lesser breach: what begins before the state still ends with it. A reading that can neither end within
                // nor, whatever its end, begin within is exempt from both.
                var judge = step.WithinOne(life);
                var endFits = Fits(judge, startsWithin: false, endsWithin: true);
                reading.BeginsOutside = endFits || !StartFits(judge);
                reading.EndsOutside = !endFits;
            }
            else
                (reading.BeginsOutside, reading.EndsOutside) = (true, true);
        }

        foreach (var part in reading.Parts)
            if (reading.EndsOutside)
            {
                part.OnDayAttested = Intervals.Empty;
                part.Reasons.Clear();
            }
            else
            {
                // Rule 3 alone: what lasts ends with some life.
                var ending = step.Allows(reading, part, startsWithin: false, endsWithin: false, inOrder: false);
                part.Held = part.Held.Intersect(ending);
                part.OnDayAttested = part.OnDayAttested.Intersect(ending);
            }

        bool Fits(WithinLives lives, bool startsWithin, bool endsWithin) =>
            Array.Exists(
                reading.Parts,
                part =>
                    Array.Exists(
                        part.Sets,
                        lives.Allows(reading, part, startsWithin, endsWithin, ofUnknownEnd: false, inOrder: false).Overlaps
                    )
            );

        bool StartFits(WithinLives lives) =>
            Array.Exists(
                reading.Parts,
                part =>
                    lives
                        .Allows(reading, part, startsWithin: true, endsWithin: false, ofUnknownEnd: true, inOrder: false)
                        .Overlaps(part.Completion.Own)
            );
    }

    /// <summary>
    /// The first life in which it may begin. What begins before the state still ends with it: with the first life that may end after it
    /// began. Null if it begins in no life.
    /// </summary>
    private static int? Judge(UnresolvedReading reading, Intervals[] lives)
    {
        var starts = DayRanges.Joined(
            from set in reading.Sets
            from piece in set.Pieces.ToArray()
            select new DayRange(piece.FirstStart, piece.LastStart)
        );
        if (starts.IsEmpty)
            return null;
        for (var life = 0; life < lives.Length; life++)
            foreach (var piece in lives[life].Pieces)
                if (starts.Overlaps(piece.FirstStart, piece.Ends.Last - 1))
                    return life;
        if (starts.First >= lives.Min(life => life.EarliestStart) || !Array.Exists(lives, life => life.HasPieces))
            return null;
        var first = Array.FindIndex(lives, life => life.LatestEnd > starts.First);
        return first < 0 ? null : first;
    }
}
