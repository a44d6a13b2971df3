namespace Edtf;

/// <summary>The days on which an expression can begin and those on which it can end, for comparison.</summary>
/// <remarks>A single date or one-of set is one day, on which it both begins and ends. An open end is beyond all days.</remarks>
internal sealed class Extent
{
    // Null if open: it then begins before all days, or ends after them.
    private readonly DaySet? first;
    private readonly DaySet? last;
    private readonly bool isOneDay;

    private Extent(DaySet? first, DaySet? last, bool isOneDay)
    {
        this.first = first;
        this.last = last;
        this.isOneDay = isOneDay;
    }

    private long EarliestFirst => first?.First ?? DayPattern.NoFirst;

    private long LatestFirst => first?.Last ?? DayPattern.NoFirst;

    private long EarliestLast => last?.First ?? DayPattern.NoLast;

    private long LatestLast => last?.Last ?? DayPattern.NoLast;

    private bool IsFixed => EarliestFirst == LatestFirst && EarliestLast == LatestLast;

    internal static Extent OneDayOf(DaySet days) => new(days, days, isOneDay: true);

    /// <summary>An extent from one of the first days to one of the last, without those that would put the end before the start.</summary>
    internal static Extent FromTo(DaySet? first, DaySet? last)
    {
        if (first is null || last is null)
            return new Extent(first, last, isOneDay: false);
        return new Extent(
            first.Intersect(DaySet.Between(null, last.Latest)),
            last.Intersect(DaySet.Between(first.Earliest, null)),
            isOneDay: false
        );
    }

    internal Likelihood IsBefore(Extent other) => Judge(EarliestLast < other.LatestFirst, LatestLast < other.EarliestFirst);

    internal Likelihood CoincidesWith(Extent other)
    {
        var isPossible =
            Meet(first, other.first, out var sharedFirst)
            && Meet(last, other.last, out var sharedLast)
            && (
                sharedFirst is null
                || sharedLast is null
                || (isOneDay || other.isOneDay ? !sharedFirst.Intersect(sharedLast).IsEmpty : sharedFirst.First <= sharedLast.Last)
            );
        return Judge(isPossible, isPossible && IsFixed && other.IsFixed);
    }

    internal Likelihood IsWithin(Extent other) =>
        Judge(CanLieBetween(other.EarliestFirst, other.LatestLast), EarliestFirst >= other.LatestFirst && LatestLast <= other.EarliestLast);

    internal Likelihood IsWithin(DaySet days)
    {
        if (isOneDay)
            return Judge(!first!.Intersect(days).IsEmpty, first.IsSubsetOf(days));
        var canStart = first is null ? days.First == DayPattern.NoFirst : !first.Intersect(days).IsEmpty;
        var canEnd = last is null ? days.Last == DayPattern.NoLast : !last.Intersect(days).IsEmpty;
        return Judge(canStart && canEnd, DaySet.Between(DaySet.ToDay(EarliestFirst), DaySet.ToDay(LatestLast)).IsSubsetOf(days));
    }

    internal Likelihood Overlaps(Extent other)
    {
        var isPossible = (isOneDay, other.isOneDay) switch
        {
            (true, true) => Meet(first, other.first, out _),
            (true, false) => CanLieBetween(other.EarliestFirst, other.LatestLast),
            (false, true) => other.CanLieBetween(EarliestFirst, LatestLast),
            _ => EarliestFirst <= other.LatestLast && other.EarliestFirst <= LatestLast,
        };
        return Judge(isPossible, IsBefore(other) == Likelihood.Impossible && other.IsBefore(this) == Likelihood.Impossible);
    }

    private static Likelihood Judge(bool isPossible, bool isCertain) =>
        isCertain ? Likelihood.Certain
        : isPossible ? Likelihood.Possible
        : Likelihood.Impossible;

    /// <summary>Whether two ends can coincide: they share a day, or both are open.</summary>
    private static bool Meet(DaySet? mine, DaySet? theirs, out DaySet? shared)
    {
        shared = mine is null || theirs is null ? null : mine.Intersect(theirs);
        return shared is null ? mine is null && theirs is null : !shared.IsEmpty;
    }

    private bool CanLieBetween(long notBefore, long notAfter)
    {
        var start = first is null ? EarliestFirst : first.Nearest(notBefore, +1);
        var end = last is null ? LatestLast : last.Nearest(notAfter, -1);
        return start >= notBefore && end <= notAfter && (isOneDay ? start <= notAfter : start <= end);
    }
}
