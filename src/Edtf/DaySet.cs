namespace Edtf;

/// <summary>
/// Represents an exact set of days, which may have gaps or be unbounded: every 12 October, or 4 July 2001 and all days before.
/// </summary>
/// <remarks>Immutable. Stored as ranges and calendar patterns rather than single days, so even an unbounded set is small.</remarks>
public sealed class DaySet
{
    private readonly DayPattern[] patterns;

    private DaySet(DayPattern[] patterns) => this.patterns = patterns;

    /// <summary>The empty set.</summary>
    public static DaySet Empty { get; } = new([]);

    /// <summary>The set of all days.</summary>
    public static DaySet All { get; } = Between(null, null);

    /// <summary>Whether the set has no days. The days of an EDTF expression are never empty, but an intersection may be.</summary>
    public bool IsEmpty => patterns.Length == 0;

    /// <summary>The earliest day, or <see langword="null"/> if the set is empty or has no earliest day.</summary>
    public Day? Earliest => IsEmpty ? null : ToDay(First);

    /// <summary>The latest day, or <see langword="null"/> if the set is empty or has no latest day.</summary>
    public Day? Latest => IsEmpty ? null : ToDay(Last);

    /// <summary>Whether the set has no gaps. The empty set has none.</summary>
    public bool IsContiguous
    {
        get
        {
            if (IsEmpty || patterns is [{ IsRange: true }])
                return true;
            // If there is no first day, the first pattern must be a range without one: start from the end of that range.
            var start = patterns[0] is { IsRange: true, First: DayPattern.NoFirst, Last: var end } ? end : First;
            return start != DayPattern.NoFirst && (start == DayPattern.NoLast || LastOfRun(start) == Last);
        }
    }

    internal long First => patterns.Min(pattern => pattern.First);

    internal long Last => patterns.Max(pattern => pattern.Last);

    /// <summary>Returns the set of all days from one day to another.</summary>
    /// <param name="first">The first day, inclusive; <see langword="null"/> if there is none.</param>
    /// <param name="last">The last day, inclusive; <see langword="null"/> if there is none.</param>
    /// <returns>The set, which is empty if <paramref name="last"/> is before <paramref name="first"/>.</returns>
    public static DaySet Between(Day? first, Day? last) =>
        Of([DayPattern.Range(first?.DayNumber ?? DayPattern.NoFirst, last?.DayNumber ?? DayPattern.NoLast)]);

    /// <summary>Determines whether the set contains a day.</summary>
    /// <param name="day">The day to look for.</param>
    /// <returns><see langword="true"/> if the day is in the set.</returns>
    public bool Contains(Day day) => Contains(day.DayNumber);

    /// <summary>Returns the first day of the set that is on or after a given day.</summary>
    /// <param name="day">The day to start from.</param>
    /// <returns>The day found, or <see langword="null"/> if there is none.</returns>
    public Day? NextAtOrAfter(Day day) => Nearest(day.DayNumber, +1) is { } number ? Day.FromDayNumber(number) : null;

    /// <summary>Returns the last day of the set that is on or before a given day.</summary>
    /// <param name="day">The day to start from.</param>
    /// <returns>The day found, or <see langword="null"/> if there is none.</returns>
    public Day? PreviousAtOrBefore(Day day) => Nearest(day.DayNumber, -1) is { } number ? Day.FromDayNumber(number) : null;

    /// <summary>Returns the days that are in both sets.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The intersection. That of <c>XXXX-10-12</c> and <c>2013</c> is 12 October 2013.</returns>
    public DaySet Intersect(DaySet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of([.. patterns.SelectMany(_ => other.patterns, (mine, theirs) => mine.Intersect(theirs))]);
    }

    /// <summary>Determines whether every day of this set is in another.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>
    /// <see langword="true"/> if every day is. For an unbounded set with gaps the result may be a false negative: it is
    /// <see langword="true"/> only if each pattern of this set lies within a single pattern of the other.
    /// </returns>
    public bool IsSubsetOf(DaySet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return patterns.All(mine => other.patterns.Any(theirs => mine.Intersect(theirs) == mine) || other.CoversRunsOf(mine));
    }

    /// <summary>Enumerates the runs of consecutive days between two days, in order.</summary>
    /// <param name="from">The first day to consider, inclusive.</param>
    /// <param name="to">The last day to consider, inclusive.</param>
    /// <returns>The first and last day of each run, both within the given days. The runs are computed lazily.</returns>
    public IEnumerable<(Day First, Day Last)> RangesWithin(Day from, Day to)
    {
        for (var next = Nearest(from.DayNumber, +1); next is { } first && first <= to.DayNumber; )
        {
            var last = Math.Min(LastOfRun(first), to.DayNumber);
            yield return (Day.FromDayNumber(first), Day.FromDayNumber(last));
            next = last < to.DayNumber ? Nearest(last + 1, +1) : null;
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

    internal static Day? ToDay(long number) => number is DayPattern.NoFirst or DayPattern.NoLast ? null : Day.FromDayNumber(number);

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
