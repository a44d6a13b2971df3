namespace ArtsakhLedger.RulesOfTime;

/// <summary>The days on which a thing is attested, if not which of its periods: only a date of one day is one of them.</summary>
internal static class LooseDays
{
    public static DayRanges Of(IReadOnlySet<string> periods, IEnumerable<LooseAttestation> loose) =>
        DayRanges.OfDays(
            from one in loose
            where one.At.Earliest is not null && one.At.Earliest == one.At.Latest && one.Of.Any(periods.Contains)
            select one.At.Earliest!.Value
        );
}
