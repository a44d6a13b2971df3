namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// What a set of intervals says of when something held: its hull, and how surely it held on a day or over a window. Nothing is certain
/// after the record date (null: no limit).
/// </summary>
public sealed class PossibleTimes
{
    private readonly Intervals[] sets;
    private DayRanges? days;

    internal PossibleTimes(Intervals[] sets)
    {
        this.sets = sets;
        foreach (var set in sets)
        {
            MayNotHaveHappened |= set.MayNotHaveHappened;
            FirstStart = Math.Min(FirstStart, set.EarliestStart);
            LastStart = Math.Max(LastStart, set.LatestStart);
            FirstEnd = Math.Min(FirstEnd, set.EarliestEnd);
            LastEnd = Math.Max(LastEnd, set.LatestEnd);
        }
    }

    /// <summary>The earliest start; null where it is unbounded, or it did not happen.</summary>
    public long? EarliestStart => DayRanges.OrUnbounded(FirstStart);

    /// <summary>The latest start; null where it is unbounded, or it did not happen.</summary>
    public long? LatestStart => DayRanges.OrUnbounded(LastStart);

    /// <summary>The earliest end; null where it is unbounded, never comes, or it did not happen.</summary>
    public long? EarliestEnd => DayRanges.OrUnbounded(FirstEnd);

    /// <summary>The latest end; null where it is unbounded, may never come, or it did not happen.</summary>
    public long? LatestEnd => DayRanges.OrUnbounded(LastEnd);

    /// <summary>In no interval does it end.</summary>
    public bool NeverEnds => MayHaveHappened && FirstEnd == DayRanges.Never;

    /// <summary>In some interval it does not end.</summary>
    public bool MayNeverEnd => MayHaveHappened && LastEnd == DayRanges.Never;

    /// <summary>That it did not happen is among the intervals.</summary>
    public bool MayNotHaveHappened { get; }

    /// <summary>Something other than that it did not happen is among the intervals.</summary>
    public bool MayHaveHappened => FirstStart != long.MaxValue;

    public long FirstStart { get; } = long.MaxValue;

    public long LastStart { get; } = long.MinValue;

    public long FirstEnd { get; } = long.MaxValue;

    public long LastEnd { get; } = long.MinValue;

    /// <summary>The days on which it held in some interval.</summary>
    internal DayRanges Days =>
        days ??= DayRanges.Joined(
            from set in sets
            from piece in set.Pieces.ToArray()
            select new DayRange(piece.FirstStart, piece.Ends.Last - 1)
        );

    /// <summary>How surely it held on a day.</summary>
    public Certainty On(long day, long? recordDate = null) => ThroughoutWindow(Clamped(day), Clamped(day), recordDate, DayRanges.Empty);

    /// <summary>How surely it held on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate = null) =>
        Over(first, last, recordDate, DayRanges.Empty);

    /// <summary>The same, where hidden days make nothing possible; what is certain is so without regard to them.</summary>
    internal (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate, DayRanges hidden)
    {
        (first, last) = (Clamped(first), Clamped(last));
        return (ThroughoutWindow(first, last, recordDate, hidden), AtSomeTimeInWindow(first, last, recordDate, hidden));
    }

    /// <summary>Whether some day from first to last, and not after the record date, is certain.</summary>
    internal bool IsCertainOnSomeDay(long first, long last, long? recordDate) =>
        MayHaveHappened
        && !MayNotHaveHappened
        && Math.Max(first, LastStart) <= Math.Min(Math.Min(last, recordDate ?? long.MaxValue), FirstEnd - 1);

    /// <summary>Whether it says the same of every day.</summary>
    public bool IsSameAs(PossibleTimes other) => Intervals.AreSame(sets, other.sets);

    public IEnumerable<long> ChangePoints() =>
        from day in Days.ChangePoints().Append(LastStart).Append(FirstEnd)
        where DayRanges.OrUnbounded(day) is not null
        select day;

    private Certainty ThroughoutWindow(long first, long last, long? recordDate, DayRanges hidden)
    {
        if (MayHaveHappened && !MayNotHaveHappened && LastStart <= first && last < FirstEnd && !(last > recordDate))
            return Certainty.Certain;
        if (!hidden.Overlaps(first, last))
            foreach (var set in sets)
            foreach (var piece in set.Pieces)
                if (piece.FirstStart <= first && last < piece.Ends.Last)
                    return Certainty.Possible;
        return Certainty.Not;
    }

    private Certainty AtSomeTimeInWindow(long first, long last, long? recordDate, DayRanges hidden)
    {
        var lastOnRecord = Math.Min(last, recordDate ?? long.MaxValue);
        if (MayHaveHappened && !MayNotHaveHappened && first <= lastOnRecord && LastStart <= lastOnRecord && first < FirstEnd)
            return Certainty.Certain;
        return (hidden.IsEmpty ? Days : Days.Except(hidden)).Overlaps(first, last) ? Certainty.Possible : Certainty.Not;
    }

    // Days that nobody can name lie on the near side of the days that stand for them.
    internal static long Clamped(long day) => Math.Clamp(day, DayRanges.FirstDay - 1, DayRanges.LastDay + 1);
}
