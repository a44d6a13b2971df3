namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// Collects the intervals of one life that contain some term of a post, by themselves or with lives before and after them without a gap: they
/// begin by its start and end on its end or later (rule 4; either condition may be waived).
/// </summary>
/// <param name="lives">The intervals of the life.</param>
/// <param name="life">Its number.</param>
/// <param name="chains">The chains of all lives.</param>
/// <param name="bindsStart">Whether the life begins by the start of the term.</param>
/// <param name="bindsEnd">Whether it ends on the end of the term or later.</param>
internal sealed class LivesAround(Intervals lives, int life, Chains chains, bool bindsStart, bool bindsEnd)
{
    private readonly Chain[] before = bindsStart && life > 0 ? [.. chains.Before(life)] : [];
    private readonly List<Piece> pieces = [];
    private long earliestEnd = long.MaxValue;

    /// <summary>The intervals collected.</summary>
    /// <param name="mayNotHaveHappened">Whether the post has a term without this life.</param>
    public Intervals Build(bool mayNotHaveHappened)
    {
        if (earliestEnd <= lives.EarliestEnd && (mayNotHaveHappened || !lives.MayNotHaveHappened))
            return lives;
        if (earliestEnd != long.MaxValue)
            AddPiece(DayRanges.BeforeEveryDay, DayRanges.AfterEveryDay, DayRanges.EveryEnd.From(earliestEnd));
        return lives.Intersect(Intervals.UnionOf(pieces, mayNotHaveHappened));
    }

    /// <summary>Adds the lives that contain one of the terms.</summary>
    public void Add(Intervals terms)
    {
        // Of the terms that begin when the life has begun in any case only the earliest end matters; those that begin before it may not.
        foreach (var term in terms.Pieces)
            if (BeginsAfterLife(term.FirstStart))
                earliestEnd = Math.Min(earliestEnd, bindsEnd ? term.Ends.First : DayRanges.BeforeEveryDay);
            else
                AddBegunBy(term, end => bindsEnd ? DayRanges.EveryEnd.From(end) : DayRanges.EveryEnd, dependsOnStart: bindsEnd);
    }

    /// <summary>Adds the lives in which one of the terms begins and with which it ends.</summary>
    public void AddEndingWithLife(Intervals terms)
    {
        foreach (var (_, lastStart, ends) in terms.Pieces)
        {
            AddPiece(DayRanges.BeforeEveryDay, bindsStart ? lastStart : DayRanges.AfterEveryDay, ends);
            foreach (var chain in before)
                if (chain.Start <= lastStart)
                    AddAfter(chain, ends.From(chain.Start + 1));
        }
    }

    /// <summary>
    /// Adds the lives in which one of the terms begins, and which it either ends with, by a start of the next period, or does not, and then
    /// ends by such a start within them.
    /// </summary>
    public void AddUntilNext(Intervals terms, DayRanges nextStarts, bool inOrder)
    {
        foreach (var term in terms.Pieces)
        {
            var (firstStart, lastStart, ends) = term;
            if (ends.UpTo(nextStarts.Last) is { IsEmpty: false } withLife)
            {
                AddPiece(DayRanges.BeforeEveryDay, bindsStart ? lastStart : DayRanges.AfterEveryDay, withLife);
                foreach (var chain in before)
                    if (chain.Start <= lastStart)
                        AddAfter(chain, withLife.From(chain.Start + 1));
            }

            if (!inOrder)
                AddBegunBy(
                    term,
                    end => DayRanges.EveryEnd.From(Math.Max(bindsEnd ? end : long.MinValue, nextStarts.First + 1)),
                    dependsOnStart: bindsEnd
                );
            else
            {
                AddBegunBefore(
                    term,
                    firstStart,
                    end => nextStarts.NextFrom(end) is { } next ? DayRanges.EveryEnd.From(next + 1) : DayRanges.Empty
                );
                if (bindsStart)
                    AddBegunDuring(term, nextStarts);
            }
        }
    }

    /// <summary>Adds the lives that have begun by some start of a term, and end on days that depend on its end.</summary>
    private void AddBegunBy(Piece term, Func<long, DayRanges> endsFor, bool dependsOnStart)
    {
        var (firstStart, lastStart, ends) = term;
        AddBegunBefore(term, dependsOnStart ? firstStart : lastStart, endsFor);
        if (!bindsStart || !dependsOnStart)
            return;

        // A life that begins later than the term may contains it from its own first day, and ends on the next end or later, which limits it
        // only where the ends have a gap.
        var first = firstStart + 1;
        foreach (var range in ends.Raw)
        {
            var beforeNextGap = Math.Min(lastStart, range.Last - 1);
            AddPiece(first, beforeNextGap, endsFor(range.First));
            first = Math.Max(first, beforeNextGap + 1);
        }
    }

    /// <summary>Adds the lives that have begun by a day, themselves or with lives before them.</summary>
    private void AddBegunBefore(Piece term, long day, Func<long, DayRanges> endsFor)
    {
        var (firstStart, lastStart, ends) = term;
        AddPiece(DayRanges.BeforeEveryDay, bindsStart ? day : DayRanges.AfterEveryDay, endsFor(ends.First));
        foreach (var chain in before)
            if (chain.Start <= lastStart && ends.NextFrom(Math.Max(chain.Start, firstStart) + 1) is { } end)
                AddAfter(chain, endsFor(end));
    }

    /// <summary>
    /// Adds the lives that begin after the first start of a term, and end after the first start of the next period that is not before the
    /// term's next end. Where both may come on the day after, the life may as well end with the term on that day.
    /// </summary>
    private void AddBegunDuring(Piece term, DayRanges nextStarts)
    {
        var (firstStart, lastStart, ends) = term;
        for (var start = firstStart + 1; start <= lastStart; )
        {
            if (ends.NextFrom(start + 1) is not { } end || nextStarts.NextFrom(end) is not { } next)
                return;
            var onDayAfter = next == start + 1;
            var until = onDayAfter ? Math.Min(RangeEnd(ends, next), RangeEnd(nextStarts, next)) - 1 : ends.UpTo(next).Last - 1;
            until = Math.Min(until, lastStart);
            AddPiece(start, until, onDayAfter ? DayRanges.EveryEnd : DayRanges.EveryEnd.From(next + 1));
            start = until + 1;
        }
    }

    private static long RangeEnd(DayRanges days, long day)
    {
        foreach (var range in days.Raw)
            if (range.First <= day && day <= range.Last)
                return range.Last;
        throw new ArgumentOutOfRangeException(nameof(day));
    }

    private bool BeginsAfterLife(long start) => !bindsStart || lives.LatestStart <= start;

    /// <summary>Adds the lives that continue a chain.</summary>
    private void AddAfter(Chain chain, DayRanges ends)
    {
        foreach (var range in chain.Ends.Raw)
            AddPiece(range.First, range.Last, ends);
    }

    /// <summary>Adds the lives that begin between two days and end on one of some days, or where later lives begin that do.</summary>
    private void AddPiece(long firstStart, long lastStart, DayRanges ends)
    {
        if (firstStart > lastStart || ends.IsEmpty || lastStart < lives.EarliestStart || firstStart > lives.LatestStart)
            return;
        pieces.Add(new Piece(firstStart, lastStart, ends.Union(chains.LeadingInto(life, ends))));
    }
}
