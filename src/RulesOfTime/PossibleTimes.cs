namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// When something may have held: the bounds of its start and end, and how certain it is that it held on a day or in a window. Nothing is
/// certain after the record date (null: no limit). Days are numbers.
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

    /// <summary>The earliest start; null if it is unbounded, or it did not happen.</summary>
    public long? EarliestStart => DayRanges.OrUnbounded(FirstStart);

    /// <summary>The latest start; null if it is unbounded, or it did not happen.</summary>
    public long? LatestStart => DayRanges.OrUnbounded(LastStart);

    /// <summary>The earliest end; null if it is unbounded or never comes, or it did not happen.</summary>
    public long? EarliestEnd => DayRanges.OrUnbounded(FirstEnd);

    /// <summary>The latest end; null if it is unbounded or may never come, or it did not happen.</summary>
    public long? LatestEnd => DayRanges.OrUnbounded(LastEnd);

    /// <summary>Whether it certainly does not end.</summary>
    public bool NeverEnds => MayHaveHappened && FirstEnd == DayRanges.Never;

    /// <summary>Whether it possibly does not end.</summary>
    public bool MayNeverEnd => MayHaveHappened && LastEnd == DayRanges.Never;

    /// <summary>Whether it possibly did not happen.</summary>
    public bool MayNotHaveHappened { get; }

    /// <summary>Whether it possibly happened.</summary>
    public bool MayHaveHappened => FirstStart != long.MaxValue;

    /// <summary>The earliest start, also where <see cref="EarliestStart"/> is null; for comparisons only.</summary>
    public long FirstStart { get; } = long.MaxValue;

    /// <summary>The latest start, also where <see cref="LatestStart"/> is null; for comparisons only.</summary>
    public long LastStart { get; } = long.MinValue;

    /// <summary>The earliest end, also where <see cref="EarliestEnd"/> is null; for comparisons only.</summary>
    public long FirstEnd { get; } = long.MaxValue;

    /// <summary>Whether it may have begun on one of some days and ended on one of others; null for any day, and for an end also that it never came.</summary>
    public bool MayHaveLasted(DayRanges? from, DayRanges? to)
    {
        var asked = Intervals.Of(from ?? DayRanges.Everything, to ?? DayRanges.EveryEnd);
        return Array.Exists(sets, set => set.Intersect(asked).HasPieces);
    }

    /// <summary>The latest end, also where <see cref="LatestEnd"/> is null; for comparisons only.</summary>
    public long LastEnd { get; } = long.MinValue;

    /// <summary>The days on which it possibly held.</summary>
    internal DayRanges Days =>
        days ??= DayRanges.Joined(
            from set in sets
            from piece in set.Pieces.ToArray()
            select new DayRange(piece.FirstStart, piece.Ends.Last - 1)
        );

    /// <summary>The days on which it certainly held, if they are on record.</summary>
    internal DayRanges CertainDays =>
        MayHaveHappened && !MayNotHaveHappened && LastStart < FirstEnd
            ? new DayRanges(new DayRange(LastStart, FirstEnd - 1))
            : DayRanges.Empty;

    /// <summary>How certain it is that it held on a day.</summary>
    public Certainty On(long day, long? recordDate = null) => On(day, recordDate, hidden: DayRanges.Empty, doubtful: DayRanges.Empty);

    /// <summary>How certain it is that it held on every day, and on some day, from first to last.</summary>
    public (Certainty Throughout, Certainty AtSomeTime) Over(long first, long last, long? recordDate = null) =>
        Over(first, last, recordDate, hidden: DayRanges.Empty, doubtful: DayRanges.Empty);

    /// <inheritdoc cref="Over(long, long, long?, DayRanges, DayRanges)"/>
    internal Certainty On(long day, long? recordDate, DayRanges hidden, DayRanges doubtful) =>
        ThroughoutWindow(Clamped(day), Clamped(day), recordDate, hidden, doubtful);

    /// <summary>The same if nothing is possible on hidden days (what is certain stays so), and nothing certain on doubtful ones.</summary>
    internal (Certainty Throughout, Certainty AtSomeTime) Over(
        long first,
        long last,
        long? recordDate,
        DayRanges hidden,
        DayRanges doubtful
    )
    {
        (first, last) = (Clamped(first), Clamped(last));
        return (ThroughoutWindow(first, last, recordDate, hidden, doubtful), AtSomeTimeInWindow(first, last, recordDate, hidden, doubtful));
    }

    /// <summary>Whether both give the same answers for every day.</summary>
    public bool IsSameAs(PossibleTimes other) => Intervals.AreSame(sets, other.sets);

    /// <summary>The days on which the certainty may differ from the day before, in any order.</summary>
    public IEnumerable<long> ChangePoints() =>
        from day in Days.ChangePoints().Append(LastStart).Append(FirstEnd)
        where DayRanges.OrUnbounded(day) is not null
        select day;

    private Certainty ThroughoutWindow(long first, long last, long? recordDate, DayRanges hidden, DayRanges doubtful)
    {
        if (
            MayHaveHappened
            && !MayNotHaveHappened
            && LastStart <= first
            && last < FirstEnd
            && !(last > recordDate)
            && !doubtful.Overlaps(first, last)
        )
            return Certainty.Certain;
        if (!hidden.Overlaps(first, last))
            foreach (var set in sets)
            foreach (var piece in set.Pieces)
                if (piece.FirstStart <= first && last < piece.Ends.Last)
                    return Certainty.Possible;
        return Certainty.Not;
    }

    private Certainty AtSomeTimeInWindow(long first, long last, long? recordDate, DayRanges hidden, DayRanges doubtful)
    {
        var lastOnRecord = Math.Min(last, recordDate ?? long.MaxValue);
        if (
            MayHaveHappened
            && !MayNotHaveHappened
            && first <= lastOnRecord
            && AlwaysMeets(new DayRanges(new DayRange(first, lastOnRecord)).Except(doubtful))
        )
            return Certainty.Certain;
        return (hidden.IsEmpty ? Days : Days.Except(hidden)).Overlaps(first, last) ? Certainty.Possible : Certainty.Not;
    }

    /// <summary>Whether each interval holds on one of these days. One that does not begins and ends between two of them.</summary>
    private bool AlwaysMeets(DayRanges window)
    {
        foreach (var set in sets)
        foreach (var piece in set.Pieces)
        {
            if (Misses(piece.FirstStart, piece))
                return false;
            foreach (var range in window.Raw)
                if (piece.FirstStart <= range.Last && range.Last < piece.LastStart && Misses(range.Last + 1, piece))
                    return false;
        }
        return true;

        bool Misses(long start, Piece piece) => !(window.NextFrom(start) < piece.Ends.NextFrom(start + 1));
    }

    // A day number out of range becomes one next to the range, on the near side of the days that stand for unbounded sides.
    internal static long Clamped(long day) => Math.Clamp(day, DayRanges.FirstDay - 1, DayRanges.LastDay + 1);
}
