using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>Why an answer is what it is, each reason in one clause: "Wikipedia gives 1997 for its end, no day".</summary>
/// <param name="sourcesOf">Each who says a fact, by its id.</param>
/// <param name="besideExistence">Whether it is said beside when the polity existed, whose dates are not repeated then.</param>
public sealed class ReasonsInWords(Func<string, IReadOnlyList<string>> sourcesOf, bool besideExistence = false)
{
    /// <summary>The clauses, rivals for one bound in one; none where the answer is certain by its own claims.</summary>
    public IReadOnlyList<string> Of(IEnumerable<Reason> because) =>
    [
        .. because.GroupBy(reason => (Rule: reason is { Rule: Rule.Attestation, Bound: null } ? Rule.Claim : reason.Rule, reason.Bound, Edtf: reason.Rule is Rule.Claim or Rule.Attestation ? reason.Edtf : null, IsExistence(reason)))
            .Select(same => Clause(same.First(), [.. same])),
    ];

    private string Clause(Reason reason, IReadOnlyList<Reason> all) => reason.Rule switch
    {
        // What is said not to have been has no bounds: a statement that it was not, and one that speaks against what another says.
        Rule.Claim or Rule.Attestation when reason.Bound is null => $"{Sources(all, "says", "say")} so{InBrackets(all)}",
        Rule.Rival when reason.Bound is null => $"{Sources(all, "says", "say")} otherwise{InBrackets(all)}",
        Rule.Claim when reason.Edtf is null => $"no source dates its {Bound(reason)}",
        Rule.Claim when reason.Edtf == ".." => $"{Sources(all)} knew of no end yet",
        Rule.Claim => $"{Sources(all, "gives", "give")} {English(reason)} for its {Bound(reason)}{NoDay(reason)}",
        Rule.Rival => $"its {Bound(reason)} is disputed: {PartyNames.Joined([.. all.GroupBy(one => one.Edtf).Select(one => $"{English(one.First())} ({Sources(one)})")])}",
        Rule.Attestation when reason.Bound == BoundName.Start => $"{Sources(all, "has", "have")} it by {English(reason)}, and no source says when it began",
        Rule.Attestation => $"{Sources(all, "has", "have")} it last {DaysInWords.When(reason.Edtf ?? "")}, and no source says when it ended",
        Rule.Life => $"it depends on the {Bound(reason)} of {(IsExistence(reason) ? "the state" : "a post or an institution of the state")}{(besideExistence && IsExistence(reason) ? "" : Dated(all))}",
        Rule.Seat => $"the post has one holder at a time, and another’s term {(reason.Bound == BoundName.Start ? "begins" : "ends")}{Dated(all)} (an inference)",
        Rule.Denial => $"{Sources(all, "denies", "deny")} it",
        _ => $"nothing is certain after {English(reason)}, when the record was last added to",
    };

    private string Sources(IEnumerable<Reason> reasons) => NamesOf(reasons) is { Count: > 0 } names ? PartyNames.Joined(names) : "a source";

    /// <summary>Who says it, with a verb in his number.</summary>
    private string Sources(IEnumerable<Reason> reasons, string one, string several) => $"{Sources(reasons)} {(NamesOf(reasons).Count > 1 ? several : one)}";

    private List<string> NamesOf(IEnumerable<Reason> reasons) => [.. reasons.Select(reason => reason.Fact).OfType<string>().SelectMany(sourcesOf).Distinct()];

    private static bool IsExistence(Reason reason) => reason.Episode is null || reason.Episode.EndsWith("/existence", StringComparison.Ordinal);

    private static string Bound(Reason reason) => reason.Bound == BoundName.Start ? "start" : "end";

    private static string English(Reason reason) => reason.Edtf is { } edtf ? DaysInWords.OfEdtf(edtf) : "no date";

    private static string Dated(IEnumerable<Reason> reasons) =>
        InBrackets(reasons) is { Length: > 0 } dates ? dates : ", which no source dates";

    private static string InBrackets(IEnumerable<Reason> reasons) =>
        reasons.Where(reason => reason.Edtf is not null).Select(English).Distinct().ToList() is { Count: > 0 } dates ? $" ({string.Join(" or ", dates)})" : "";

    private static string NoDay(Reason reason) => reason.Edtf is { } edtf && EdtfDate.TryParse(edtf, out var date, out _) && date.Precision is EdtfPrecision.Year or EdtfPrecision.Month
        ? ", no day"
        : "";
}
