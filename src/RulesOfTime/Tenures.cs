using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>The bounds of a holder, or of one of its readings, as rule 5 needs them: one who begins before its earliest end must end by its
/// latest start.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tenure(UnresolvedEpisode Holder, long EarliestEnd, long LatestStart, bool MayNotHaveHappened)
{
    public static Tenure Of(UnresolvedEpisode holder) => new(holder, holder.EarliestEnd, holder.LatestStart, holder.MayNotHaveHappened);

    public static Tenure Of(UnresolvedReading reading) =>
        new(reading.Episode, reading.EarliestEnd, reading.LatestStart, reading.MayNotHaveHappened);

    /// <summary>Whether some interval of the reading is disjoint from one of the tenure.</summary>
    public bool CanPrecedeOrFollow(UnresolvedReading reading) =>
        MayNotHaveHappened || reading.MayNotHaveHappened || reading.EarliestEnd <= LatestStart || EarliestEnd <= reading.LatestStart;
}

/// <summary>
/// The tenures that limit the holders of a seat (rule 5), sorted by earliest end. The later a holder starts, the fewer of
/// them apply, so the least latest start of those from each place on is kept.
/// </summary>
internal sealed class Tenures
{
    private readonly Tenure[] byEarliestEnd;
    private readonly Least[] latestStartFrom;

    public Tenures(IEnumerable<Tenure> binding)
        : this(Sorted(binding)) { }

    private Tenures(Tenure[] byEarliestEnd)
    {
        this.byEarliestEnd = byEarliestEnd;
        latestStartFrom = new Least[byEarliestEnd.Length + 1];
        latestStartFrom[^1] = new Least(long.MaxValue, null, long.MaxValue);
        for (var i = byEarliestEnd.Length - 1; i >= 0; i--)
            latestStartFrom[i] = latestStartFrom[i + 1].With(byEarliestEnd[i]);
    }

    /// <summary>The tenures of some of the holders.</summary>
    public Tenures Of(Func<UnresolvedEpisode, bool> holders) => new(Array.FindAll(byEarliestEnd, tenure => holders(tenure.Holder)));

    /// <summary>Whether the reading can precede or follow each tenure of another holder.</summary>
    public bool Allow(UnresolvedReading reading) => reading.EarliestEnd <= LatestEndOf(reading.LatestStart, reading.Episode.Thing);

    /// <summary>The intervals of a holder that every other holder allows.</summary>
    public Intervals Limit(Intervals held, Thing holder)
    {
        if (AllowAll(held, holder))
            return held;
        var left = new Intervals.Builder(held.Pieces.Length);
        foreach (var (firstStart, lastStart, ends) in held.Pieces)
            for (var start = firstStart; start <= lastStart; )
            {
                var (latestEnd, until) = StepAt(start, lastStart, holder);
                left.Add(start, until, ends.Within(start + 1, latestEnd));
                start = until + 1;
            }
        return left.Build(held.MayNotHaveHappened);
    }

    private static Tenure[] Sorted(IEnumerable<Tenure> tenures)
    {
        var sorted = tenures.ToArray();
        Array.Sort(sorted, (one, other) => one.EarliestEnd.CompareTo(other.EarliestEnd));
        return sorted;
    }

    private bool AllowAll(Intervals held, Thing holder)
    {
        foreach (var piece in held.Pieces)
            if (piece.Ends.Last > LatestEndOf(piece.FirstStart, holder))
                return false;
        return true;
    }

    /// <summary>The latest end of a holder who begins on a day; long.MaxValue if no other limits it.</summary>
    private long LatestEndOf(long start, Thing holder) => latestStartFrom[FirstEndingAfter(start)].Excluding(holder);

    private (long LatestEnd, long Until) StepAt(long start, long lastStart, Thing holder)
    {
        var i = FirstEndingAfter(start);
        var latestEnd = latestStartFrom[i].Excluding(holder);
        while (
            i < byEarliestEnd.Length && byEarliestEnd[i].EarliestEnd <= lastStart && latestStartFrom[i + 1].Excluding(holder) == latestEnd
        )
            i++;
        return (latestEnd, i < byEarliestEnd.Length ? Math.Min(lastStart, byEarliestEnd[i].EarliestEnd - 1) : lastStart);
    }

    private int FirstEndingAfter(long day)
    {
        var (from, to) = (0, byEarliestEnd.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (byEarliestEnd[middle].EarliestEnd > day)
                to = middle;
            else
                from = middle + 1;
        }
        return from;
    }

    /// <summary>The least latest start, its holder, and the least of all other holders: no holder limits itself.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Least(long LatestStart, Thing? Holder, long OfOthers)
    {
        public Least With(Tenure tenure) =>
            tenure.LatestStart < LatestStart
                ? new Least(tenure.LatestStart, tenure.Holder.Thing, tenure.Holder.Thing == Holder ? OfOthers : LatestStart)
            : tenure.Holder.Thing == Holder ? this
            : this with { OfOthers = Math.Min(OfOthers, tenure.LatestStart) };

        public long Excluding(Thing holder) => holder == Holder ? OfOthers : LatestStart;
    }
}
