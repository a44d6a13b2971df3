namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A set of days as sorted disjoint ranges of day numbers, both ends included; null is unbounded. Immutable.
/// </summary>
/// <remarks>
/// One day stands for all the days before <see cref="FirstDay"/> and one for all those after <see cref="LastDay"/>; an end that never comes
/// lies beyond both. Unbounded sides and "never" are thus ordinary members of ordinary ranges.
/// </remarks>
public sealed class DayRanges : IEquatable<DayRanges>
{
    /// <summary>The first day number that can be given.</summary>
    public const long FirstDay = -(1L << 60);

    /// <summary>The last day number that can be given.</summary>
    public const long LastDay = 1L << 60;

    internal const long BeforeEveryDay = -(1L << 61);
    internal const long AfterEveryDay = 1L << 61;
    internal const long Never = AfterEveryDay + 1;

    private readonly DayRange[] ranges;

    internal DayRanges(params DayRange[] ranges) => this.ranges = ranges;

    /// <summary>Every day: the date of what is undated.</summary>
    public static DayRanges Everything { get; } = new(new DayRange(BeforeEveryDay, AfterEveryDay));

    internal static DayRanges Empty { get; } = new();

    internal static DayRanges EveryEnd { get; } = new(new DayRange(BeforeEveryDay, Never));

    internal static DayRanges NeverEnding { get; } = new(new DayRange(Never, Never));

    /// <summary>A single day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstDay"/> or after <see cref="LastDay"/>.</exception>
    public static DayRanges Day(long day) => Between(day, day);

    /// <summary>The days from first to last; null is unbounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is before <see cref="FirstDay"/> or after <see cref="LastDay"/>.</exception>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static DayRanges Between(long? first, long? last) => Of([(first, last)]);

    /// <summary>The days of several ranges, in any order; null is unbounded.</summary>
    /// <inheritdoc cref="Between" path="/exception"/>
    public static DayRanges Of(IEnumerable<(long? First, long? Last)> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return Joined(ranges.Select(range => RangeOf(range.First, range.Last)));
    }

    /// <summary>Single days, in any order.</summary>
    public static DayRanges OfDays(IEnumerable<long> days) => Of(days.Select(day => ((long?)day, (long?)day)));

    internal static DayRanges Joined(IEnumerable<DayRange> ranges)
    {
        var inOrder = ranges.ToArray();
        if (inOrder.Length == 1)
            return new DayRanges(inOrder);
        Array.Sort(inOrder, (one, other) => one.First.CompareTo(other.First));
        var joined = new List<DayRange>(inOrder.Length);
        foreach (var range in inOrder)
            if (joined.Count > 0 && range.First <= joined[^1].Last + 1)
                joined[^1] = joined[^1] with { Last = Math.Max(joined[^1].Last, range.Last) };
            else
                joined.Add(range);
        return new DayRanges([.. joined]);
    }

    /// <summary>The ranges in order; null is unbounded.</summary>
    public IReadOnlyList<(long? First, long? Last)> Ranges =>
        [.. ranges.Select(range => (OrUnbounded(range.First), OrUnbounded(range.Last)))];

    /// <summary>The first day of the set; null if it is unbounded, or the set is empty.</summary>
    public long? Earliest => IsEmpty ? null : OrUnbounded(First);

    /// <summary>The last day of the set; null if it is unbounded, or the set is empty.</summary>
    public long? Latest => IsEmpty ? null : OrUnbounded(Last);

    /// <summary>Whether the set has no days.</summary>
    public bool IsEmpty => ranges.Length == 0;

    /// <summary>Whether the set has every day, and so says nothing about when.</summary>
    public bool IsEverything => Equals(Everything);

    internal ReadOnlySpan<DayRange> Raw => ranges;

    internal long First => ranges[0].First;

    internal long Last => ranges[^1].Last;

    /// <summary>Whether the day is in the set.</summary>
    public bool Contains(long day) => Covers(day, day);

    /// <summary>Whether every day from first to last is in the set.</summary>
    public bool Covers(long first, long last)
    {
        var i = FirstNotBefore(first);
        return i < ranges.Length && ranges[i].First <= first && last <= ranges[i].Last;
    }

    /// <summary>Whether some day from first to last is in the set.</summary>
    public bool Overlaps(long first, long last)
    {
        var i = FirstNotBefore(first);
        return i < ranges.Length && ranges[i].First <= last;
    }

    /// <summary>Whether some day is in both sets.</summary>
    public bool Meets(DayRanges other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int mine = 0, theirs = 0; mine < ranges.Length && theirs < other.ranges.Length; )
            if (ranges[mine].Last < other.ranges[theirs].First)
                mine++;
            else if (other.ranges[theirs].Last < ranges[mine].First)
                theirs++;
            else
                return true;
        return false;
    }

    /// <summary>Whether every day of the set is in the other.</summary>
    public bool IsWithin(DayRanges other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.CoversAfter(BeforeEveryDay - 1, this);
    }

    /// <summary>The first day of the set from a day on; null if there is none.</summary>
    internal long? NextFrom(long day)
    {
        var i = FirstNotBefore(day);
        return i < ranges.Length ? Math.Max(day, ranges[i].First) : null;
    }

    /// <summary>Whether every later day of the other set is in this one.</summary>
    internal bool CoversAfter(long day, DayRanges other)
    {
        for (var i = other.FirstNotBefore(day + 1); i < other.ranges.Length; i++)
            if (!Covers(Math.Max(other.ranges[i].First, day + 1), other.ranges[i].Last))
                return false;
        return true;
    }

    /// <summary>Whether the later days of this set are exactly the other set.</summary>
    internal bool EqualsAfter(long day, DayRanges other)
    {
        var from = FirstNotBefore(day + 1);
        if (ranges.Length - from != other.ranges.Length)
            return false;
        for (var i = from; i < ranges.Length; i++)
            if (ranges[i] with { First = Math.Max(ranges[i].First, day + 1) } != other.ranges[i - from])
                return false;
        return true;
    }

    /// <summary>The index of the first range that does not end before the day.</summary>
    private int FirstNotBefore(long day)
    {
        var (from, to) = (0, ranges.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (ranges[middle].Last >= day)
                to = middle;
            else
                from = middle + 1;
        }
        return from;
    }

    /// <summary>The days of the set from a day on.</summary>
    public DayRanges From(long first) => IsEmpty ? this : Within(first, Last);

    /// <summary>The days of the set up to and including a day.</summary>
    public DayRanges UpTo(long last) => IsEmpty ? this : Within(First, last);

    /// <summary>The days of the set from first to last.</summary>
    public DayRanges Within(long first, long last)
    {
        if (IsEmpty || (first <= First && Last <= last))
            return this;
        if (first > last)
            return Empty;
        var (from, to) = (FirstNotBefore(first), FirstNotBefore(last));
        if (to < ranges.Length && ranges[to].First <= last)
            to++;
        if (from >= to)
            return Empty;
        var cut = ranges[from..to];
        cut[0] = cut[0] with { First = Math.Max(first, cut[0].First) };
        cut[^1] = cut[^1] with { Last = Math.Min(last, cut[^1].Last) };
        return new DayRanges(cut);
    }

    /// <summary>The days in both sets.</summary>
    public DayRanges Intersect(DayRanges other)
    {
        if (IsWithin(other))
            return this;
        if (other.IsWithin(this))
            return other;
        var common = new List<DayRange>(Math.Max(ranges.Length, other.ranges.Length));
        for (int mine = 0, theirs = 0; mine < ranges.Length && theirs < other.ranges.Length; )
        {
            var first = Math.Max(ranges[mine].First, other.ranges[theirs].First);
            var last = Math.Min(ranges[mine].Last, other.ranges[theirs].Last);
            if (first <= last)
                common.Add(new DayRange(first, last));
            if (ranges[mine].Last < other.ranges[theirs].Last)
                mine++;
            else
                theirs++;
        }
        return new DayRanges([.. common]);
    }

    /// <summary>The days in either set.</summary>
    public DayRanges Union(DayRanges other) =>
        other.IsWithin(this) ? this
        : IsWithin(other) ? other
        : Joined(ranges.Concat(other.ranges));

    /// <summary>The days of the set that are not in the other.</summary>
    public DayRanges Except(DayRanges other)
    {
        var rest = new List<DayRange>();
        foreach (var range in ranges)
        {
            var first = range.First;
            foreach (var hole in other.ranges)
                if (hole.Last >= first && hole.First <= range.Last)
                {
                    if (first < hole.First)
                        rest.Add(new DayRange(first, hole.First - 1));
                    first = hole.Last + 1;
                }
            if (first <= range.Last)
                rest.Add(new DayRange(first, range.Last));
        }
        return new DayRanges([.. rest]);
    }

    /// <summary>The first day of each range, and the day after its last.</summary>
    internal IEnumerable<long> ChangePoints() => ranges.SelectMany(range => new[] { range.First, range.Last + 1 });

    /// <summary>The day number, or null if it stands for an unbounded side or for "never".</summary>
    public static long? OrUnbounded(long day) => day is < FirstDay or > LastDay ? null : day;

    private static DayRange RangeOf(long? first, long? last)
    {
        if (first is < FirstDay or > LastDay || last is < FirstDay or > LastDay)
            throw new ArgumentOutOfRangeException(nameof(first), $"A day number must be between {FirstDay} and {LastDay}.");
        if (first > last)
            throw new ArgumentException($"A range of days cannot end ({last}) before it begins ({first}).", nameof(last));
        return new DayRange(first ?? BeforeEveryDay, last ?? AfterEveryDay);
    }

    /// <inheritdoc/>
    public bool Equals(DayRanges? other) =>
        other is not null && (ReferenceEquals(this, other) || ranges.AsSpan().SequenceEqual(other.ranges));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DayRanges);

    /// <inheritdoc/>
    public override int GetHashCode() => ranges.Length == 0 ? 0 : HashCode.Combine(ranges.Length, First, Last);

    /// <summary>The ranges as <c>3..5 9..</c>.</summary>
    public override string ToString() =>
        string.Join(
            ' ',
            Ranges.Select(range => range.First == range.Last && range.First is not null ? $"{range.First}" : $"{range.First}..{range.Last}")
        );
}
