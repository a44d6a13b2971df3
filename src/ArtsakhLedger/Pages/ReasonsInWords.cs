using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>Why an answer is what it is, each reason in one clause: "Wikipedia gives 1997 for its end, no day".</summary>
/// <param name="sourcesOf">Who says a fact, by its id.</param>
/// <param name="besideExistence">Whether it is said beside when the polity existed, whose dates are not repeated then.</param>
public sealed class ReasonsInWords(Func<string, string> sourcesOf, bool besideExistence = false)
{
    /// <summary>The clauses, rivals for one bound in one; none where the answer is certain by its own claims.</summary>
    public IReadOnlyList<string> Of(IEnumerable<Reason> because) =>
    [
        .. because.GroupBy(reason => (reason.Rule, reason.Bound, Edtf: reason.Rule is Rule.Claim or Rule.Attestation ? reason.Edtf : null, IsExistence(reason)))
            .Select(same => Clause(same.First(), [.. same])),
    ];

    private string Clause(Reason reason, IReadOnlyList<Reason> all) => reason.Rule switch
    {
        Rule.Claim when reason.Edtf is null => $"no source dates its {Bound(reason)}",
        Rule.Claim when reason.Edtf == ".." => $"{Sources(all)} knew of no end yet",
        Rule.Claim => $"{Sources(all)} {(all.Count == 1 ? "gives" : "give")} {English(reason)} for its {Bound(reason)}{NoDay(reason)}",
        Rule.Rival => $"its {Bound(reason)} is disputed: {PartyNames.Joined([.. all.GroupBy(one => one.Edtf).Select(one => $"{English(one.First())} ({Sources(one)})")])}",
        Rule.Attestation when reason.Bound == BoundName.Start => $"{Sources(all)} has it by {English(reason)}, and no source says when it began",
        Rule.Attestation => $"{Sources(all)} has it last {DaysInWords.When(reason.Edtf ?? "")}, and no source says when it ended",
        Rule.Life => $"it depends on the {Bound(reason)} of {(IsExistence(reason) ? "the state" : "a post or an institution of the state")}{(besideExistence && IsExistence(reason) ? "" : Dated(all))}",
        Rule.Seat => $"the post has one holder at a time, and another’s term {(reason.Bound == BoundName.Start ? "begins" : "ends")}{Dated(all)} (an inference)",
        Rule.Denial => $"{Sources(all)} denies it",
        _ => $"nothing is certain after {English(reason)}, when the record was last added to",
    };

    private string Sources(IEnumerable<Reason> reasons) =>
        PartyNames.Joined([.. reasons.Select(reason => reason.Fact).OfType<string>().Select(sourcesOf).Distinct()]) is { Length: > 0 } names ? names : "a source";

    private static bool IsExistence(Reason reason) => reason.Episode is null || reason.Episode.EndsWith("/existence", StringComparison.Ordinal);

    private static string Bound(Reason reason) => reason.Bound == BoundName.Start ? "start" : "end";

    private static string English(Reason reason) => reason.Edtf is { } edtf ? DaysInWords.OfEdtf(edtf) : "no date";

    private static string Dated(IEnumerable<Reason> reasons) =>
        reasons.Where(reason => reason.Edtf is not null).Select(English).Distinct().ToList() is { Count: > 0 } dates ? $" ({string.Join(" or ", dates)})" : ", which no source dates";

    private static string NoDay(Reason reason) => reason.Edtf is { } edtf && EdtfDate.TryParse(edtf, out var date, out _) && date.Precision is EdtfPrecision.Year or EdtfPrecision.Month
        ? ", no day"
        : "";
}
