using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>The intervals that start between two days, both included, and end on a later day of a set.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(long FirstStart, long LastStart, DayRanges Ends);

/// <summary>
/// A set of intervals of an episode; that it did not happen may be one of them. A rule is applied by intersecting with the set that it
/// allows. Immutable.
/// </summary>
/// <remarks>
/// The pieces are disjoint, ordered by start and as few as possible, and each is trimmed: every end is later than the first start, every
/// start earlier than the last end.
/// </remarks>
internal sealed class Intervals
{
    private readonly Piece[] pieces;

    private Intervals(Piece[] pieces, bool mayNotHaveHappened)
    {
        this.pieces = pieces;
        MayNotHaveHappened = mayNotHaveHappened;
        EarliestEnd = long.MaxValue;
        foreach (var piece in pieces)
            EarliestEnd = Math.Min(EarliestEnd, piece.Ends.First);
    }

    public static Intervals Empty { get; } = new([], mayNotHaveHappened: false);

    public static Intervals NotHappened { get; } = new([], mayNotHaveHappened: true);

    public static Intervals Everything { get; } = EndingOn(DayRanges.EveryEnd);

    public static Intervals Ending { get; } = EndingOn(DayRanges.Everything);

    public static Intervals NeverEnding { get; } = EndingOn(DayRanges.NeverEnding);

    public ReadOnlySpan<Piece> Pieces => pieces;

    public bool MayNotHaveHappened { get; }

    public bool HasPieces => pieces.Length > 0;

    public bool IsEmpty => pieces.Length == 0 && !MayNotHaveHappened;

    public long EarliestStart => pieces.Length > 0 ? pieces[0].FirstStart : long.MaxValue;

    public long LatestStart => pieces.Length > 0 ? pieces[^1].LastStart : long.MinValue;

    public long EarliestEnd { get; }

    public long LatestEnd
    {
        get
        {
            var latest = long.MinValue;
            foreach (var piece in pieces)
                latest = Math.Max(latest, piece.Ends.Last);
            return latest;
        }
    }

    /// <summary>All intervals with a start of one set and a later end of the other.</summary>
    public static Intervals Of(DayRanges starts, DayRanges ends, bool mayNotHaveHappened = false)
    {
        var built = new Builder(starts.Raw.Length);
        foreach (var range in starts.Raw)
            built.Add(range.First, range.Last, ends);
        return built.Build(mayNotHaveHappened);
    }

    /// <summary>All intervals with an end of the set, and that it did not happen.</summary>
    public static Intervals EndingOn(DayRanges ends) => Of(DayRanges.Everything, ends, mayNotHaveHappened: true);

    /// <summary>The union of pieces in any order, overlapping or not.</summary>
    public static Intervals UnionOf(IReadOnlyList<Piece> pieces, bool mayNotHaveHappened = false)
    {
        var starts = pieces.SelectMany(piece => new[] { piece.FirstStart, piece.LastStart + 1 }).Distinct().Order().ToArray();
        var built = new Builder(starts.Length);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var ends = DayRanges.Empty;
            foreach (var piece in pieces)
                if (piece.FirstStart <= starts[i] && starts[i] <= piece.LastStart)
                    ends = ends.Union(piece.Ends);
            built.Add(starts[i], starts[i + 1] - 1, ends);
        }
        return built.Build(mayNotHaveHappened);
    }

    public static Intervals UnionOf(IReadOnlyList<Intervals> sets)
    {
        if (sets.Count == 1)
            return sets[0];
        var all = new List<Piece>(sets.Count);
        foreach (var set in sets)
            all.AddRange(set.pieces);
        return UnionOf(all, sets.Any(set => set.MayNotHaveHappened));
    }

    /// <summary>The intervals in both sets; this same object if the other has all of them.</summary>
    public Intervals Intersect(Intervals other)
    {
        if (IsWithin(other))
            return this;
        var built = new Builder(pieces.Length);
        for (int mine = 0, theirs = 0; mine < pieces.Length && theirs < other.pieces.Length; )
        {
            ref readonly var a = ref pieces[mine];
            ref readonly var b = ref other.pieces[theirs];
            var first = Math.Max(a.FirstStart, b.FirstStart);
            var last = Math.Min(a.LastStart, b.LastStart);
            if (first <= last)
                built.Add(first, last, a.Ends.Intersect(b.Ends));
            if (a.LastStart < b.LastStart)
                mine++;
            else
                theirs++;
        }
        return built.Build(MayNotHaveHappened && other.MayNotHaveHappened);
    }

    /// <summary>Whether some interval is in both sets.</summary>
    public bool Overlaps(Intervals other) => !Intersect(other).IsEmpty;

    /// <summary>The intervals that start on none of these days.</summary>
    public Intervals WithoutStarts(DayRanges starts)
    {
        var built = new Builder(pieces.Length);
        foreach (var piece in pieces)
        foreach (var range in new DayRanges(new DayRange(piece.FirstStart, piece.LastStart)).Except(starts).Raw)
            built.Add(range.First, range.Last, piece.Ends);
        return built.Build(MayNotHaveHappened);
    }

    /// <summary>The starts of the intervals that end on a day.</summary>
    public DayRanges StartsEndingOn(long end) =>
        DayRanges.Joined(
            pieces
                .Where(piece => piece.Ends.Contains(end))
                .Select(piece => new DayRange(piece.FirstStart, Math.Min(piece.LastStart, end - 1)))
        );

    /// <summary>Whether two lists have equal sets in the same order.</summary>
    public static bool AreSame(Intervals[] some, Intervals[] others) => some.AsSpan().SequenceEqual(others, SameContent.Instance);

    private bool IsWithin(Intervals other)
    {
        if (MayNotHaveHappened && !other.MayNotHaveHappened)
            return false;
        var theirs = 0;
        foreach (var piece in pieces)
        {
            var start = piece.FirstStart;
            while (start <= piece.LastStart)
            {
                while (theirs < other.pieces.Length && other.pieces[theirs].LastStart < start)
                    theirs++;
                if (
                    theirs == other.pieces.Length
                    || other.pieces[theirs].FirstStart > start
                    || !other.pieces[theirs].Ends.CoversAfter(start, piece.Ends)
                )
                    return false;
                start = other.pieces[theirs].LastStart + 1;
            }
        }
        return true;
    }

    private sealed class SameContent : IEqualityComparer<Intervals>
    {
        public static SameContent Instance { get; } = new();

        public bool Equals(Intervals? one, Intervals? other) =>
            ReferenceEquals(one, other)
            || (one!.MayNotHaveHappened == other!.MayNotHaveHappened && one.pieces.AsSpan().SequenceEqual(other.pieces));

        public int GetHashCode(Intervals set) => set.pieces.Length;
    }

    /// <summary>Takes pieces in order of their starts, trims them and joins neighbours with the same ends.</summary>
    internal sealed class Builder(int expected)
    {
        private readonly List<Piece> built = new(expected);

        public void Add(long firstStart, long lastStart, DayRanges ends)
        {
            ends = ends.From(firstStart + 1);
            if (ends.IsEmpty)
                return;
            lastStart = Math.Min(lastStart, ends.Last - 1);
            if (
                built.Count > 0
                && built[^1] is var before
                && before.LastStart + 1 == firstStart
                && before.Ends.EqualsAfter(firstStart, ends)
            )
                built[^1] = before with { LastStart = lastStart };
            else
                built.Add(new Piece(firstStart, lastStart, ends));
        }

        public Intervals Build(bool mayNotHaveHappened) =>
            built.Count > 0 ? new Intervals([.. built], mayNotHaveHappened)
            : mayNotHaveHappened ? NotHappened
            : Empty;
    }
}
