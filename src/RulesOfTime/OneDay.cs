namespace ArtsakhLedger.RulesOfTime;

/// <summary>A reading of another episode that leaves no later end than the day attested, and the intervals admitted for that.</summary>
internal sealed record OneDayReason(UnresolvedReading Other, Intervals For)
{
    /// <summary>The intervals for which it is still a reason.</summary>
    /// <param name="compatibleWith">Returns the intervals that are compatible with a reading as it is now.</param>
    public Intervals StillFor(Func<UnresolvedReading, Intervals> compatibleWith) => For.Intersect(compatibleWith(Other));
}

/// <summary>
/// An end on the day attested is admitted where other dates (the state's end, the next holder's start) leave no later one (DESIGN section 2,
/// rule 1, "one day").
/// </summary>
internal static class OneDay
{
    /// <summary>Finds the reasons to admit such ends, and admits them.</summary>
    public static void Admit(LifeStep life, IReadOnlyList<UnresolvedEpisode> episodes, IReadOnlyList<Seat> seats)
    {
        var tenures = seats.ToDictionary(
            seat => seat,
            seat => new Tenures(
                seat.Holders.SelectMany(holder => holder.Readings).Where(reading => !reading.MayNotHaveHappened).Select(Tenure.Of)
            )
        );
        var attestedOnLastDay = episodes
            .SelectMany(episode => episode.Readings)
            .Where(reading => !reading.MayNotHaveHappened && Array.Exists(reading.Parts, part => part.Completion.OnDayAttested.HasPieces))
            .ToArray();
        foreach (var reading in attestedOnLastDay)
        {
            if (reading.Episode.Nature.IsCarriedByState())
                foreach (var other in life.Readings)
                    if (!Array.Exists(reading.Sets, life.CompatibleWith(other).Overlaps))
                        AddReason(reading, other);
            if (reading.Episode.Seat is { } seat && !tenures[seat].Allow(reading))
                foreach (var other in seat.Holders.Where(holder => holder != reading.Episode).SelectMany(holder => holder.Readings))
                    if (!Tenure.Of(other).CanPrecedeOrFollow(reading))
                        AddReason(reading, other);
        }

        foreach (var reading in attestedOnLastDay)
        {
            foreach (var part in reading.Parts)
                if (part.Reasons.Count > 0)
                    part.OnDayAttested = Intervals.UnionOf(part.Reasons.ConvertAll(reason => reason.For));
            reading.Episode.Summarize();
        }
    }

    /// <summary>The intervals that are compatible with some interval of the other reading: within the life, or disjoint from a holder's.</summary>
    public static Intervals CompatibleWith(UnresolvedReading other)
    {
        if (other.Episode.Nature == Nature.Life)
            return PolityLife.Within(Intervals.UnionOf(other.Sets));
        if (other.MayNotHaveHappened)
            return Intervals.Everything;
        return Intervals.UnionOf(
            [
                new Piece(DayRanges.BeforeEveryDay, DayRanges.AfterEveryDay, DayRanges.EveryEnd.UpTo(other.LatestStart)),
                new Piece(other.EarliestEnd, DayRanges.AfterEveryDay, DayRanges.EveryEnd),
            ],
            mayNotHaveHappened: true
        );
    }

    private static void AddReason(UnresolvedReading reading, UnresolvedReading other)
    {
        var compatible = CompatibleWith(other);
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
