using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>The intervals that start on a day from first to last and end on a later day of a set.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(long FirstStart, long LastStart, DayRanges Ends);

/// <summary>
/// A set of intervals of an episode, one of which may be that it did not happen: a list of pieces, disjoint and in order of their
/// starts. Pieces are trimmed (every end is later than the first start, every start earlier than the last end) and as few as can be. What a
/// rule allows is such a set too, and a rule is applied by intersecting with it. Immutable.
/// </summary>
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

    /// <summary>Every start of the one set with every later end of the other.</summary>
    public static Intervals Of(DayRanges starts, DayRanges ends, bool mayNotHaveHappened = false)
    {
        var built = new Builder(starts.Raw.Length);
        foreach (var range in starts.Raw)
            built.Add(range.First, range.Last, ends);
        return built.Build(mayNotHaveHappened);
    }

    /// <summary>Any start with every later end of the set; or that it did not happen.</summary>
    public static Intervals EndingOn(DayRanges ends) => Of(DayRanges.Everything, ends, mayNotHaveHappened: true);

    /// <summary>The union of pieces in any order, overlapping or not.</summary>
    public static Intervals UnionOf(IReadOnlyList<Piece> boxes, bool mayNotHaveHappened = false)
    {
        var starts = boxes.SelectMany(box => new[] { box.FirstStart, box.LastStart + 1 }).Distinct().Order().ToArray();
        var built = new Builder(starts.Length);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var ends = DayRanges.Empty;
            foreach (var box in boxes)
                if (box.FirstStart <= starts[i] && starts[i] <= box.LastStart)
                    ends = ends.Union(box.Ends);
            built.Add(starts[i], starts[i + 1] - 1, ends);
        }
        return built.Build(mayNotHaveHappened);
    }

    public static Intervals UnionOf(IReadOnlyList<Intervals> sets)
    {
        if (sets.Count == 1)
            return sets[0];
        var boxes = new List<Piece>(sets.Count);
        foreach (var set in sets)
            boxes.AddRange(set.pieces);
        return UnionOf(boxes, sets.Any(set => set.MayNotHaveHappened));
    }

    /// <summary>What both hold; this very object where the other holds all of it.</summary>
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

    /// <summary>Whether some interval is in both.</summary>
    public bool Meets(Intervals other) => !Intersect(other).IsEmpty;

    /// <summary>Those that start on none of these days.</summary>
    public Intervals WithoutStarts(DayRanges starts)
    {
        var built = new Builder(pieces.Length);
        foreach (var piece in pieces)
        foreach (var range in new DayRanges(new DayRange(piece.FirstStart, piece.LastStart)).Except(starts).Raw)
            built.Add(range.First, range.Last, piece.Ends);
        return built.Build(MayNotHaveHappened);
    }

    /// <summary>The starts of the intervals that end on a day.</summary>
    public DayRanges StartsOfEnd(long end) =>
        DayRanges.Joined(
            pieces
                .Where(piece => piece.Ends.Contains(end))
                .Select(piece => new DayRange(piece.FirstStart, Math.Min(piece.LastStart, end - 1)))
        );

    /// <summary>Whether two lists have the same sets.</summary>
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

    /// <summary>Takes pieces in the order of their starts; trims them and joins neighbours that are one.</summary>
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
