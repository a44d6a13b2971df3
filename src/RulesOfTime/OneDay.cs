namespace ArtsakhLedger.RulesOfTime;

/// <summary>A reading of another episode that leaves no later end than the day attested, and the intervals admitted for that.</summary>
internal sealed record OneDayReason(UnresolvedReading Other, Intervals For)
{
    /// <summary>The intervals for which it is still a reason.</summary>
    /// <param name="reading">The reading whose intervals they are.</param>
    /// <param name="step">The lives as they are now.</param>
    public Intervals StillFor(UnresolvedReading reading, LivesStep step) => For.Intersect(OneDay.CompatibleWith(Other, reading, step));
}

/// <summary>
/// An end on the day attested is admitted where other dates (the state's end, the start of the next holder or period) leave no later one
/// (rule 1, "one day").
/// </summary>
internal static class OneDay
{
    /// <summary>Finds the reasons to admit such ends, and admits them.</summary>
    public static void Admit(LivesStep step, IReadOnlyList<UnresolvedEpisode> episodes, IReadOnlyList<Seat> seats)
    {
        var attestedOnLastDay = episodes
            .SelectMany(episode => episode.Readings)
            .Where(reading => !reading.MayNotHaveHappened && Array.Exists(reading.Parts, part => part.Completion.OnDayAttested.HasPieces))
            .ToArray();
        if (attestedOnLastDay.Length == 0)
            return;
        var tenures = seats.ToDictionary(
            seat => seat,
            seat => new Tenures(
                seat.Holders.SelectMany(holder => holder.Readings).Where(reading => !reading.MayNotHaveHappened).Select(Tenure.Of)
            )
        );
        foreach (var reading in attestedOnLastDay)
        {
            if (reading.Episode.Nature.IsCarriedByState())
                foreach (var other in step.Readings)
                    if (!Array.Exists(reading.Sets, step.CompatibleWith(other).Overlaps))
                        AddReason(reading, other, step);
            if (reading.Episode.Seat is { } seat && !tenures[seat].Allow(reading))
                foreach (var other in seat.Holders.Where(other => other.Thing != reading.Episode.Thing).SelectMany(other => other.Readings))
                    if (!Tenure.Of(other).CanPrecedeOrFollow(reading))
                        AddReason(reading, other, step);
            foreach (var other in reading.Episode.Thing.ReadingsOutOfOrderWith(reading))
                AddReason(reading, other, step);
        }

        foreach (var reading in attestedOnLastDay)
        {
            foreach (var part in reading.Parts)
                if (part.Reasons.Count > 0)
                    part.OnDayAttested = Intervals.UnionOf(part.Reasons.ConvertAll(reason => reason.For));
            reading.Episode.Summarize();
        }
    }

    /// <summary>The intervals beside which some interval of the other reading can stand: of a life, one around it; of another holder, one disjoint
    /// from it; of another period, one before or after it.</summary>
    public static Intervals CompatibleWith(UnresolvedReading other, UnresolvedReading reading, LivesStep step)
    {
        if (other.Episode.Thing != reading.Episode.Thing && other.Episode.Nature == Nature.Life)
            return step.CompatibleWith(other);
        if (other.MayNotHaveHappened)
            return Intervals.Everything;
        var before = new Piece(DayRanges.BeforeEveryDay, DayRanges.AfterEveryDay, DayRanges.EveryEnd.UpTo(other.LatestStart));
        var after = new Piece(other.EarliestEnd, DayRanges.AfterEveryDay, DayRanges.EveryEnd);
        return Intervals.UnionOf(
            other.Episode.Thing != reading.Episode.Thing ? [before, after]
                : reading.Episode.Place < other.Episode.Place ? [before]
                : [after],
            mayNotHaveHappened: true
        );
    }

    private static void AddReason(UnresolvedReading reading, UnresolvedReading other, LivesStep step)
    {
        var compatible = CompatibleWith(other, reading, step);
        foreach (var part in reading.Parts)
        {
            var onDay = part.Completion.OnDayAttested;
            if (!onDay.HasPieces)
                continue;
            var alreadyOwn = reading.Sets.Aggregate(DayRanges.Empty, (starts, set) => starts.Union(set.StartsEndingOn(onDay.EarliestEnd)));
            if (onDay.WithoutStarts(alreadyOwn).Intersect(compatible) is { HasPieces: true } admitted)
                part.Reasons.Add(new OneDayReason(other, admitted));
        }
    }
}
