namespace Edtf;

/// <summary>A set of days, exact also where it has gaps or no bounds: every 12 October, 1667 or 1670 to 1672, 4 July 2001 or before.</summary>
/// <remarks>Immutable. Kept as ranges and calendar patterns, never as a list of days, so that its size depends on the expression alone.</remarks>
public sealed class DaySet
{
    private readonly DayPattern[] patterns;

    private DaySet(DayPattern[] patterns) => this.patterns = patterns;

    /// <summary>The set of no days.</summary>
    public static DaySet Empty { get; } = new([]);

    /// <summary>The set of all days.</summary>
    public static DaySet All { get; } = Between(null, null);

    /// <summary>Whether the set has no days. That of an EDTF expression never is empty; an intersection may be.</summary>
    public bool IsEmpty => patterns.Length == 0;

    /// <summary>The earliest day, or null where the set is unbounded or empty.</summary>
    public Day? Earliest => IsEmpty ? null : ToDay(First);

    /// <summary>The latest day, or null where the set is unbounded or empty.</summary>
    public Day? Latest => IsEmpty ? null : ToDay(Last);

    /// <summary>Whether no day is missing between the earliest and the latest. True of the empty set.</summary>
    public bool IsContiguous
    {
        get
        {
            if (IsEmpty || patterns is [{ IsRange: true }])
                return true;
            // Only a range can begin a run without a first day; the run is followed from that range's end.
            var start = patterns[0] is { IsRange: true, First: DayPattern.NoFirst, Last: var end } ? end : First;
            return start != DayPattern.NoFirst && (start == DayPattern.NoLast || LastOfRun(start) == Last);
        }
    }

    internal long First => patterns.Min(pattern => pattern.First);

    internal long Last => patterns.Max(pattern => pattern.Last);

    /// <summary>The days from the first to the last, both included.</summary>
    /// <param name="first">The first day, or null for none.</param>
    /// <param name="last">The last day, or null for none.</param>
    /// <returns>The set, empty where the last day is before the first.</returns>
    public static DaySet Between(Day? first, Day? last) =>
        Of([DayPattern.Range(first?.Number ?? DayPattern.NoFirst, last?.Number ?? DayPattern.NoLast)]);

    /// <summary>Whether the day is in the set.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is a member.</returns>
    public bool Contains(Day day) => Contains(day.Number);

    /// <summary>The member nearest to the day that is not before it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The member, or null where there is none.</returns>
    public Day? NextAtOrAfter(Day day) => Nearest(day.Number, +1) is { } number ? Day.FromNumber(number) : null;

    /// <summary>The member nearest to the day that is not after it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The member, or null where there is none.</returns>
    public Day? PreviousAtOrBefore(Day day) => Nearest(day.Number, -1) is { } number ? Day.FromNumber(number) : null;

    /// <summary>The days that are in both sets.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>Their intersection: <c>XXXX-10-12</c> with <c>2013</c> is 12 October 2013.</returns>
    public DaySet Intersect(DaySet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of([.. patterns.SelectMany(_ => other.patterns, (mine, theirs) => mine.Intersect(theirs))]);
    }

    /// <summary>Whether every day of this set is in the other.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>Whether it is. Of unbounded sets with gaps only where each part of this lies in one part of the other.</returns>
    public bool IsSubsetOf(DaySet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return patterns.All(mine => other.patterns.Any(theirs => mine.Intersect(theirs) == mine) || other.CoversRunsOf(mine));
    }

    /// <summary>The unbroken runs of days, in order, within a window.</summary>
    /// <param name="from">The first day of the window.</param>
    /// <param name="to">The last day of the window.</param>
    /// <returns>The first and last day of each run, cut at the window's edges; worked out as they are asked for.</returns>
    public IEnumerable<(Day First, Day Last)> RangesWithin(Day from, Day to)
    {
        for (var next = Nearest(from.Number, +1); next is { } first && first <= to.Number; )
        {
            var last = Math.Min(LastOfRun(first), to.Number);
            yield return (Day.FromNumber(first), Day.FromNumber(last));
            next = last < to.Number ? Nearest(last + 1, +1) : null;
        }
    }

    internal static DaySet Of(IEnumerable<DayPattern> patterns)
    {
        var members = patterns
            .Where(pattern => !pattern.IsEmpty)
            .Distinct()
            .OrderBy(pattern => pattern.First)
            .ThenByDescending(pattern => pattern.IsRange)
            .ToList();
        var merged = new List<DayPattern>(members.Count);
        foreach (var pattern in members)
        {
            // Ranges that touch become one; they come in order, so the last range met is the only candidate.
            var before = pattern.IsRange ? merged.FindLastIndex(earlier => earlier.IsRange) : -1;
            if (before >= 0 && (merged[before].Last == DayPattern.NoLast || merged[before].Last + 1 >= pattern.First))
                merged[before] = merged[before] with { Last = Math.Max(merged[before].Last, pattern.Last) };
            else
                merged.Add(pattern);
        }

        return new DaySet([.. merged]);
    }

    internal bool Contains(long day) => patterns.Any(pattern => pattern.Contains(day));

    internal long? Nearest(long day, int step)
    {
        long? nearest = null;
        foreach (var pattern in patterns)
        {
            if (pattern.Nearest(day, step) is { } found && (nearest is null || (step > 0 ? found < nearest : found > nearest)))
                nearest = found;
        }

        return nearest;
    }

    internal long LastOfRun(long day)
    {
        while (true)
        {
            var last = patterns.Where(pattern => pattern.Contains(day)).Max(pattern => pattern.LastOfRun(day));
            if (last == DayPattern.NoLast || !Contains(last + 1))
                return last;
            day = last + 1;
        }
    }

    internal static Day? ToDay(long number) => number is DayPattern.NoFirst or DayPattern.NoLast ? null : Day.FromNumber(number);

    private bool CoversRunsOf(DayPattern pattern)
    {
        if (pattern.First == DayPattern.NoFirst || pattern.Last == DayPattern.NoLast)
            return false;
        for (long? next = pattern.First; next is { } first; next = pattern.Nearest(pattern.LastOfRun(first) + 1, +1))
        {
            if (!Contains(first) || LastOfRun(first) < pattern.LastOfRun(first))
                return false;
        }

        return true;
    }
}
