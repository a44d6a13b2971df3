namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// What chains of lives allow what the state carries (rules 3 and 4). Each chain says that what starts on or after its
/// start may end on some days, so that together they are steps: the later the start, the more ends there may be.
/// </summary>
internal sealed class WithinLives
{
    private readonly Chain[] chains;
    private readonly Intervals?[] within = new Intervals?[4];
    private readonly Intervals?[] endingWith = new Intervals?[2];

    public WithinLives(IEnumerable<Chain> chains)
    {
        this.chains = [.. chains];
        Array.Sort(this.chains, (one, other) => one.Start.CompareTo(other.Start));
    }

    /// <summary>The intervals that lie within some chain, or keep to the sides of it that are asked.</summary>
    public Intervals Within(bool startsWithin, bool endsWithin) =>
        within[(startsWithin ? 2 : 0) + (endsWithin ? 1 : 0)] ??=
            !startsWithin && !endsWithin ? Intervals.Everything : Steps(startsWithin, ends => UpToEnd(ends, endsWithin));

    /// <summary>What rules 3 and 4 allow a part of a reading, with a choice of the sides that it keeps to.</summary>
    /// <param name="reading">The reading, of something that the state carries.</param>
    /// <param name="part">The part.</param>
    /// <param name="startsWithin">Whether it begins within a chain.</param>
    /// <param name="endsWithin">Whether it ends within a chain.</param>
    /// <param name="ofUnknownEnd">Whether what lasts need not end with a chain.</param>
    /// <param name="inOrder">Whether the order of periods is in force.</param>
    public Intervals Allows(
        UnresolvedReading reading,
        ReadingPart part,
        bool startsWithin,
        bool endsWithin,
        bool ofUnknownEnd,
        bool inOrder
    )
    {
        var completion = part.Completion;
        if (completion.LastsUntilNext && !ofUnknownEnd)
            return UntilNext(reading.Episode.Thing.StartsOfNext(reading), startsWithin, endsWithin, inOrder);
        if (!completion.Lasts || ofUnknownEnd)
            return Within(startsWithin, endsWithin);
        var withLife = endingWith[startsWithin ? 1 : 0] ??= Steps(startsWithin, ends => ends);
        if (!completion.IsOpen || reading.Episode.Seat is not { } seat)
            return withLife;
        var starts = seat.StartsOfOthers(reading.Episode, part.Sets.Min(set => set.EarliestEnd), part.Sets.Max(set => set.LatestEnd));
        return starts.IsEmpty
            ? withLife
            : Intervals.UnionOf([withLife, Within(startsWithin, endsWithin).Intersect(Intervals.EndingOn(starts))]);
    }

    /// <summary>
    /// What lasts and is followed by another period ends with its life where that ends by the next one's start, and is of unknown end by
    /// the next one's start where it does not.
    /// </summary>
    private Intervals UntilNext(DayRanges? starts, bool startsWithin, bool endsWithin, bool inOrder)
    {
        if (chains.Length == 0)
            return Intervals.NotHappened;
        if (starts is null)
            return Within(startsWithin, endsWithin);
        return Steps(
            startsWithin,
            ends =>
            {
                var withLife = ends.UpTo(starts.Last);
                var during = starts.UpTo(ends.Last - 1);
                return during.IsEmpty ? withLife
                    : inOrder ? withLife.Union(DayRanges.EveryEnd.UpTo(during.Last))
                    : withLife.Union(UpToEnd(ends, endsWithin));
            }
        );
    }

    private static DayRanges UpToEnd(DayRanges ends, bool endsWithin) =>
        endsWithin ? DayRanges.EveryEnd.UpTo(ends.Last) : DayRanges.EveryEnd;

    /// <summary>Whether some interval of a set is of unknown end: it may end within a chain by the next period's start, and before the chain does.</summary>
    public bool MayEndByNext(Intervals intervals, DayRanges? starts) =>
        starts is null
            ? intervals.HasPieces
            : Steps(
                    startsWithin: true,
                    ends => starts.UpTo(ends.Last - 1) is { IsEmpty: false } during ? DayRanges.EveryEnd.UpTo(during.Last) : DayRanges.Empty
                )
                .Intersect(intervals)
                .HasPieces;

    /// <summary>For each start, the ends allowed by the chains that have begun by then, or by all chains if it need not start within one.</summary>
    private Intervals Steps(bool startsWithin, Func<DayRanges, DayRanges> allowedBy)
    {
        var steps = new Intervals.Builder(chains.Length);
        var allowed = DayRanges.Empty;
        for (var i = 0; i < chains.Length; i++)
        {
            allowed = allowed.Union(allowedBy(chains[i].Ends));
            var until = i + 1 < chains.Length ? chains[i + 1].Start - 1 : DayRanges.AfterEveryDay;
            if (startsWithin && chains[i].Start <= until)
                steps.Add(chains[i].Start, until, allowed);
        }

        return startsWithin ? steps.Build(mayNotHaveHappened: true) : Intervals.EndingOn(allowed);
    }
}
