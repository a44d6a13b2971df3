namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// Finds the sets of statements that some interval satisfies, maximal by inclusion. A set that fits any interval fits the one from its first
/// common start to its last common end, and both are bounds of some statement's dates. So it is enough to test each pair of such bounds.
/// </summary>
internal static class MaximalSets
{
    /// <summary>Returns the maximal sets of candidates that fit together with all the given statements.</summary>
    public static List<Statement[]> Of(IReadOnlyList<Statement> candidates, IReadOnlyList<Statement> given, CancellationToken cancellation)
    {
        if (candidates.Count == 0 || AllFit(candidates, given))
            return
            [
                [.. candidates],
            ];
        var found = new List<Members>();
        var starts = StartBounds(candidates, given)
            .Where(start => given.All(statement => FitsStart(statement, start)))
            .Select(start => (Day: start, Fit: Members.Where(candidates, statement => FitsStart(statement, start))));
        var ends = EndBounds(candidates, given)
            .Where(end => given.All(statement => FitsEnd(statement, end)))
            .Select(end => (Day: end, Fit: Members.Where(candidates, statement => FitsEnd(statement, end))))
            .ToArray();
        foreach (var start in starts)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var end in ends)
                if (start.Day < end.Day)
                    AddIfMaximal(found, start.Fit.And(end.Fit));
        }

        var denials = Members.Where(candidates, statement => statement.DeniesAll);
        if (!denials.IsEmpty)
            AddIfMaximal(found, denials);
        return found.ConvertAll(set => set.Of(candidates));
    }

    private static bool AllFit(IReadOnlyList<Statement> candidates, IReadOnlyList<Statement> given)
    {
        var (deniesEnd, speaksOfEnd) = (false, false);
        foreach (var statement in candidates.Concat(given))
        {
            if (statement.DeniesAll)
                return false;
            deniesEnd |= statement is Denial;
            speaksOfEnd |= statement.Ends is not null;
        }
        return !(deniesEnd && speaksOfEnd) && CommonDays.All.With(given).With(candidates).AllowInterval;
    }

    private static void AddIfMaximal(List<Members> found, Members set)
    {
        if (found.Exists(set.IsWithin))
            return;
        found.RemoveAll(smaller => smaller.IsWithin(set));
        found.Add(set);
    }

    private static SortedSet<long> StartBounds(IReadOnlyList<Statement> candidates, IReadOnlyList<Statement> given)
    {
        var bounds = new SortedSet<long> { DayRanges.BeforeEveryDay };
        foreach (var statement in candidates.Concat(given))
        foreach (var range in statement.Starts is null ? [] : statement.Starts.Raw)
            bounds.Add(range.First);
        return bounds;
    }

    private static SortedSet<long> EndBounds(IReadOnlyList<Statement> candidates, IReadOnlyList<Statement> given)
    {
        var bounds = new SortedSet<long> { DayRanges.Never };
        foreach (var statement in candidates.Concat(given))
        foreach (var range in statement.Ends is null ? [] : statement.Ends.Raw)
            bounds.Add(range.Last);
        return bounds;
    }

    private static bool FitsStart(Statement statement, long start) =>
        !statement.DeniesAll && start <= statement.BegunBy && (statement.Starts is null || statement.Starts.Contains(start));

    // A denial of the end contradicts every claimed end, dated or not, so it fits only where no end comes. An end on the day attested fits:
    // being the last common end, it leaves no later one.
    private static bool FitsEnd(Statement statement, long end) =>
        end >= statement.LastedUntil
        && (statement is Denial ? end == DayRanges.Never : statement.Ends is null || statement.Ends.Contains(end));

    /// <summary>A set of candidates, one bit each.</summary>
    private sealed class Members
    {
        private readonly ulong[] bits;

        private Members(ulong[] bits) => this.bits = bits;

        public bool IsEmpty => bits.All(word => word == 0);

        public static Members Where(IReadOnlyList<Statement> candidates, Func<Statement, bool> fits)
        {
            var fitting = new ulong[(candidates.Count + 63) / 64];
            for (var i = 0; i < candidates.Count; i++)
                if (fits(candidates[i]))
                    fitting[i / 64] |= 1UL << (i % 64);
            return new Members(fitting);
        }

        public Members And(Members other) => new([.. bits.Zip(other.bits, (mine, theirs) => mine & theirs)]);

        public bool IsWithin(Members other)
        {
            for (var i = 0; i < bits.Length; i++)
                if ((bits[i] & ~other.bits[i]) != 0)
                    return false;
            return true;
        }

        public Statement[] Of(IReadOnlyList<Statement> candidates) => [.. candidates.Where((_, i) => (bits[i / 64] >> (i % 64) & 1) != 0)];
    }
}
