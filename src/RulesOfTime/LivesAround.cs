namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// Gathers the lives that have some term of a post within them: they begin by the term's start, and end on its end or later
/// (DESIGN section 2, rule 4; either side may be waived). Of terms that begin when every life has begun, only the earliest end matters;
/// of those that begin before any life, nothing.
/// </summary>
internal sealed class LivesAround(Intervals lives, bool bindsStart, bool bindsEnd)
{
    private readonly List<Piece> boxes = [];
    private long earliestEnd = long.MaxValue;

    /// <summary>The lives gathered.</summary>
    public Intervals Left()
    {
        if (earliestEnd <= lives.EarliestEnd && !lives.MayNotHaveHappened)
            return lives;
        if (earliestEnd != long.MaxValue)
            AddBox(DayRanges.AfterEveryDay, DayRanges.EveryEnd.From(earliestEnd));
        return lives.Intersect(Intervals.UnionOf(boxes));
    }

    /// <summary>Adds the lives around the terms.</summary>
    public void Add(Intervals terms)
    {
        foreach (var (firstStart, lastStart, ends) in terms.Pieces)
            if (BeginsAfterLife(firstStart))
                earliestEnd = Math.Min(earliestEnd, bindsEnd ? ends.First : DayRanges.BeforeEveryDay);
            else if (lastStart < lives.EarliestStart)
                continue;
            else if (!bindsEnd)
                AddBox(lastStart, DayRanges.EveryEnd);
            else
                AddBegunDuring(firstStart, lastStart, ends);
    }

    /// <summary>Adds the lives that one of the terms begins in and ends with.</summary>
    public void AddEndingWithLife(Intervals terms)
    {
        foreach (var (_, lastStart, ends) in terms.Pieces)
            AddBox(bindsStart ? lastStart : DayRanges.AfterEveryDay, ends);
    }

    /// <summary>A life that begins by the first start ends on the first end or later. One that begins between the first and the last start
    /// takes the start on its own first day, and ends on the next end after it or later: only a gap in the ends makes that more than
    /// its having an end.</summary>
    private void AddBegunDuring(long firstStart, long lastStart, DayRanges ends)
    {
        AddBox(firstStart, DayRanges.EveryEnd.From(ends.First));
        var first = firstStart + 1;
        foreach (var range in ends.Raw)
        {
            var beforeNextGap = Math.Min(lastStart, range.Last - 1);
            if (first <= beforeNextGap)
                boxes.Add(new Piece(first, beforeNextGap, DayRanges.EveryEnd.From(range.First)));
            first = Math.Max(first, beforeNextGap + 1);
        }
    }

    private bool BeginsAfterLife(long start) => !bindsStart || lives.LatestStart <= start;

    private void AddBox(long lastStart, DayRanges ends) => boxes.Add(new Piece(DayRanges.BeforeEveryDay, lastStart, ends));
}
