namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// Collects the lives that contain some term of a post: they begin by its start and end on its end or later (DESIGN section 2, rule 4; either
/// condition may be waived). Of the terms that begin when every life has begun, only the earliest end matters; those that begin before any
/// life do not matter.
/// </summary>
internal sealed class LivesAround(Intervals lives, bool bindsStart, bool bindsEnd)
{
    private readonly List<Piece> pieces = [];
    private long earliestEnd = long.MaxValue;

    /// <summary>The lives collected.</summary>
    public Intervals Build()
    {
        if (earliestEnd <= lives.EarliestEnd && !lives.MayNotHaveHappened)
            return lives;
        if (earliestEnd != long.MaxValue)
            AddPiece(DayRanges.AfterEveryDay, DayRanges.EveryEnd.From(earliestEnd));
        return lives.Intersect(Intervals.UnionOf(pieces));
    }

    /// <summary>Adds the lives that contain one of the terms.</summary>
    public void Add(Intervals terms)
    {
        foreach (var (firstStart, lastStart, ends) in terms.Pieces)
            if (BeginsAfterLife(firstStart))
                earliestEnd = Math.Min(earliestEnd, bindsEnd ? ends.First : DayRanges.BeforeEveryDay);
            else if (lastStart < lives.EarliestStart)
                continue;
            else if (!bindsEnd)
                AddPiece(lastStart, DayRanges.EveryEnd);
            else
                AddBegunDuring(firstStart, lastStart, ends);
    }

    /// <summary>Adds the lives in which one of the terms begins and with which it ends.</summary>
    public void AddEndingWithLife(Intervals terms)
    {
        foreach (var (_, lastStart, ends) in terms.Pieces)
            AddPiece(bindsStart ? lastStart : DayRanges.AfterEveryDay, ends);
    }

    /// <summary>
    /// A life that begins by the first start ends on the first end or later. One that begins between the first and the last start contains
    /// the term from its own first day, and ends on the next end or later, which limits it only where the ends have a gap.
    /// </summary>
    private void AddBegunDuring(long firstStart, long lastStart, DayRanges ends)
    {
        AddPiece(firstStart, DayRanges.EveryEnd.From(ends.First));
        var first = firstStart + 1;
        foreach (var range in ends.Raw)
        {
            var beforeNextGap = Math.Min(lastStart, range.Last - 1);
            if (first <= beforeNextGap)
                pieces.Add(new Piece(first, beforeNextGap, DayRanges.EveryEnd.From(range.First)));
            first = Math.Max(first, beforeNextGap + 1);
        }
    }

    private bool BeginsAfterLife(long start) => !bindsStart || lives.LatestStart <= start;

    private void AddPiece(long lastStart, DayRanges ends) => pieces.Add(new Piece(DayRanges.BeforeEveryDay, lastStart, ends));
}
