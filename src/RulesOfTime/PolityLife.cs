namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// What the state's life allows other episodes (DESIGN section 2, rules 3 and 4). Each piece of the life says that what starts on or after its
/// first start may end by its last end, so that together they are steps: the later the start, the later the end may be.
/// </summary>
internal sealed class PolityLife
{
    private readonly bool binds;
    private readonly Intervals?[] within = new Intervals?[4];
    private readonly Intervals?[] endingWithIt = new Intervals?[2];
    private Intervals? outlastingIt;

    public PolityLife(UnresolvedEpisode life)
    {
        Lives = Intervals.UnionOf(life.Sets);
        binds = life.Readings.Any(reading => !reading.LeftWithNothing);
    }

    /// <summary>The intervals that the life still admits.</summary>
    public Intervals Lives { get; }

    /// <summary>Whether it allows the same.</summary>
    public bool IsSameAs(PolityLife other) => binds == other.binds && Intervals.AreSame([Lives], [other.Lives]);

    /// <summary>What rules 3 and 4 allow a part of a reading, which rule 6 may exempt.</summary>
    public Intervals Allows(UnresolvedReading reading, ReadingPart part) =>
        Allows(reading, part, binds && !reading.BeginsOutside, binds && !reading.EndsOutside, reading.EndsOutside);

    /// <summary>What rules 3 and 4 allow, with a choice of the conditions that apply.</summary>
    public Intervals Allows(UnresolvedReading reading, ReadingPart part, bool startsWithin, bool endsWithin, bool ofUnknownEnd)
    {
        var episode = reading.Episode;
        var lasts = part.Completion.Lasts;
        if (!episode.Nature.IsCarriedByState())
            return !lasts ? Intervals.Everything
                : episode.Nature == Nature.Others ? OutlastingIt()
                : Intervals.NeverEnding;
        if (!lasts || ofUnknownEnd)
            return Within(startsWithin, endsWithin);
        var withLife = EndingWithIt(startsWithin);
        if (!part.Completion.IsOpen || episode.Seat is null)
            return withLife;
        var starts = episode.Seat.StartsOfOthers(episode, part.Sets.Min(set => set.EarliestEnd), part.Sets.Max(set => set.LatestEnd));
        return starts.IsEmpty
            ? withLife
            : Intervals.UnionOf([withLife, Within(startsWithin, endsWithin).Intersect(Intervals.EndingOn(starts))]);
    }

    /// <summary>The intervals that lie within some life of the set.</summary>
    public static Intervals Within(Intervals lives) =>
        Steps(lives, startsWithin: true, (allowed, ends) => allowed.Union(DayRanges.EveryEnd.UpTo(ends.Last)));

    private Intervals Within(bool startsWithin, bool endsWithin) =>
        within[(startsWithin ? 2 : 0) + (endsWithin ? 1 : 0)] ??= (startsWithin, endsWithin) switch
        {
            (true, true) => Within(Lives),
            (true, false) => Steps(Lives, startsWithin: true, (_, _) => DayRanges.EveryEnd),
            (false, true) => Steps(Lives, startsWithin: false, (allowed, ends) => allowed.Union(DayRanges.EveryEnd.UpTo(ends.Last))),
            (false, false) => Intervals.Everything,
        };

    private Intervals EndingWithIt(bool startsWithin) =>
        endingWithIt[startsWithin ? 1 : 0] ??= Steps(Lives, startsWithin, (allowed, ends) => allowed.Union(ends));

    /// <summary>What others carry and lasts does so at least until the state's end, and may end on any day from then on (rule 4).</summary>
    private Intervals OutlastingIt()
    {
        if (outlastingIt is not null)
            return outlastingIt;
        var earliestEnd = DayRanges.Never;
        foreach (var piece in Lives.Pieces)
            earliestEnd = Math.Min(earliestEnd, piece.Ends.First);
        return outlastingIt = Intervals.EndingOn(DayRanges.EveryEnd.From(earliestEnd));
    }

    /// <summary>For each start, the ends allowed by the pieces of the life that have begun by then, or by all pieces if the start need not lie
    /// within the life.</summary>
    private static Intervals Steps(Intervals lives, bool startsWithin, Func<DayRanges, DayRanges, DayRanges> widen)
    {
        var steps = new List<Piece>(lives.Pieces.Length);
        var allowed = DayRanges.Empty;
        for (var i = 0; i < lives.Pieces.Length; i++)
        {
            allowed = widen(allowed, lives.Pieces[i].Ends);
            var until = i + 1 < lives.Pieces.Length ? lives.Pieces[i + 1].FirstStart - 1 : DayRanges.AfterEveryDay;
            steps.Add(new Piece(lives.Pieces[i].FirstStart, until, allowed));
        }

        return startsWithin ? Intervals.UnionOf(steps, mayNotHaveHappened: true) : Intervals.EndingOn(allowed);
    }
}
