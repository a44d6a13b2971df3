using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>The starts and ends that several statements, none of which denies that it happened, leave in common (rule 1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CommonDays(DayRanges Starts, DayRanges Ends, long LastedUntil)
{
    /// <summary>Nothing said yet: any start, any end.</summary>
    public static CommonDays OfNothing { get; } = new(DayRanges.Everything, DayRanges.EveryEnd, long.MinValue);

    /// <summary>If anything satisfies them all, then the least common start with the greatest common end does. An end on the very day
    /// attested will do, for as the greatest it leaves no later one.</summary>
    public bool Fit => !Starts.IsEmpty && !Ends.IsEmpty && Starts.First < Ends.Last && LastedUntil <= Ends.Last;

    /// <summary>What is left in common with further statements.</summary>
    public CommonDays With(IEnumerable<Statement> statements)
    {
        var (starts, ends, lastedUntil) = (Starts, Ends, LastedUntil);
        foreach (var statement in statements)
        {
            starts = (statement.Starts is null ? starts : starts.Intersect(statement.Starts)).UpTo(statement.BegunBy);
            ends = statement.Ends is null ? ends : ends.Intersect(statement.Ends);
            lastedUntil = Math.Max(lastedUntil, statement.LastedUntil);
        }
        return new CommonDays(starts, ends, lastedUntil);
    }

    /// <summary>All intervals that satisfy the statements; and apart, those that end on the earliest day attested though the claims' own
    /// dates leave a later end.</summary>
    public (Intervals Own, Intervals OnDayAttested) Intervals(bool mayNotHaveHappened)
    {
        if (LastedUntil == long.MinValue)
            return (RulesOfTime.Intervals.Of(Starts, Ends, mayNotHaveHappened), RulesOfTime.Intervals.Empty);
        var onDayAttested = RulesOfTime.Intervals.Of(Starts, Ends.From(LastedUntil).UpTo(LastedUntil));
        return Ends.Last == LastedUntil
            ? (onDayAttested, RulesOfTime.Intervals.Empty)
            : (RulesOfTime.Intervals.Of(Starts, Ends.From(LastedUntil + 1)), onDayAttested);
    }
}
