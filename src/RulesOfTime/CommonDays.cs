using System.Runtime.InteropServices;

namespace ArtsakhLedger.RulesOfTime;

/// <summary>The starts and ends that several statements have in common; none of them denies that it happened (rule 1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CommonDays(DayRanges Starts, DayRanges Ends, long LastedUntil)
{
    /// <summary>Any start and any end: those of no statement.</summary>
    public static CommonDays All { get; } = new(DayRanges.Everything, DayRanges.EveryEnd, long.MinValue);

    /// <summary>
    /// Whether some interval satisfies all the statements. If any does, the one from the first common start to the last common end does. It
    /// may end on the day attested: being the last common end, that leaves no later one.
    /// </summary>
    public bool AllowInterval => !Starts.IsEmpty && !Ends.IsEmpty && Starts.First < Ends.Last && LastedUntil <= Ends.Last;

    /// <summary>Narrows them down by further statements.</summary>
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

    /// <summary>
    /// Returns all intervals that satisfy the statements and, separately, those that end on the day attested although the dates leave a
    /// later end.
    /// </summary>
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
