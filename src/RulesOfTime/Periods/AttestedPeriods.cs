namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>The periods in which an attestation may lie.</summary>
/// <param name="Numbers">Their numbers: one if it speaks of that; several if it is shown with all and narrows none; none if it is undated.</param>
/// <param name="IsRival">Whether it may lie in none, and speaks against the one that is named.</param>
/// <param name="Lasted">The periods of which it says that they lasted until the next began: it reaches from one into a later one.</param>
internal sealed record AttestedPeriods(IReadOnlyList<int> Numbers, bool IsRival, IReadOnlyList<int> Lasted)
{
    private static readonly AttestedPeriods None = new([], IsRival: false, []);

    /// <summary>Finds them by what is told of the bounds of the periods.</summary>
    public static AttestedPeriods Of(ToldAttestation attestation, IReadOnlyList<ToldPeriod> periods)
    {
        if (attestation.Period is { } given)
            return None with { Numbers = [given] };
        if (attestation.From.IsEverything && attestation.To.IsEverything)
            return None;
        ToldPeriod[] begun = [.. periods.Where(period => period.MayHaveBegunBy(attestation.From.Last))];
        int[] lies = [.. begun.Where(period => period.MayHaveLastedUntil(attestation.To.First)).Select(period => period.Number)];
        if (lies.Length > 0)
            return None with { Numbers = lies };
        int[] reached = [.. Reached(attestation, periods).Select(period => period.Number)];
        return reached.Length > 0
            ? new(reached, IsRival: false, reached[..^1])
            : new([(begun.Length > 0 ? begun[^1] : periods[0]).Number], IsRival: true, []);
    }

    /// <summary>From the last period in which the first part of an attestation may lie to the first in which its last part may, if that is later.</summary>
    private static ToldPeriod[] Reached(ToldAttestation attestation, IReadOnlyList<ToldPeriod> periods)
    {
        if (!attestation.IsOverPeriod || attestation.From.IsEverything || attestation.To.IsEverything)
            return [];
        bool MayLie(ToldPeriod period, DayRanges date) => period.MayHaveBegunBy(date.Last) && period.MayHaveLastedUntil(date.First);
        var first = periods.LastOrDefault(period => MayLie(period, attestation.From));
        var last = periods.FirstOrDefault(period => MayLie(period, attestation.To));
        return first is null || last is null || first.Number >= last.Number
            ? []
            : [.. periods.Where(period => first.Number <= period.Number && period.Number <= last.Number)];
    }
}
