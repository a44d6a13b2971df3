using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>Why an answer is what it is, each reason in one clause: "Wikipedia gives 1997 for its end, no day".</summary>
/// <param name="sourcesOf">Each who says a fact, by its id.</param>
/// <param name="besideExistence">Whether it is said beside when the polity existed, whose dates are not repeated then.</param>
public sealed class ReasonsInWords(Func<string, IReadOnlyList<string>> sourcesOf, bool besideExistence = false)
{
    /// <summary>The clauses, all that is said of one bound in one; none where the answer is certain by its own claims.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<Reason> because)
    {
        var disputed = because.Where(reason => reason.Rule == Rule.Rival).Select(reason => reason.Bound).OfType<BoundName>().ToHashSet();
        var isEndSaid = because.Any(reason => reason is { Rule: not (Rule.Life or Rule.Seat), Bound: BoundName.End });
        return
        [
            .. from reason in because
            let rule = RuleInWords(reason, disputed)
            group reason by (Rule: rule, reason.Bound, Edtf: StandsAlone(rule, reason) ? reason.Edtf : null, IsExistence(reason)) into same
            select Clause(same.Key.Rule, same.First(), [.. same], isEndSaid),
        ];
    }

    /// <summary>What dates a disputed bound, or leaves it open, takes part in the dispute; a statement that something was not is the same to a reader whichever fact it is.</summary>
    private static Rule RuleInWords(Reason reason, HashSet<BoundName> disputed) =>
        reason switch
        {
            { Rule: Rule.Attestation or Rule.Denial, Bound: { } bound } when disputed.Contains(bound) => Rule.Rival,
            { Rule: Rule.Attestation, Bound: null } => Rule.Claim,
            _ => reason.Rule,
        };

    /// <summary>Whether it is told apart from others by what it says in place of a date.</summary>
    private static bool StandsAlone(Rule rule, Reason reason) =>
        rule == Rule.Attestation || (rule == Rule.Claim && (reason.Bound is null || reason.Edtf is null or ".."));

    private string Clause(Rule rule, Reason reason, IReadOnlyList<Reason> all, bool isEndSaid) =>
        rule switch
        {
            // What is said not to have been has no bounds: a statement that it was not, and one that speaks against what another says.
            Rule.Claim when reason.Bound is null => $"{Sources(all, "says", "say")} so{InBrackets(all)}",
            Rule.Rival when reason.Bound is null => $"{Sources(all, "says", "say")} otherwise{InBrackets(all)}",
            Rule.Claim when reason.Edtf is null => $"no source dates its {Bound(reason)}",
            Rule.Claim when reason.Edtf == ".." => $"{Sources(all)} knew of no end yet",
            Rule.Claim when all.Any(other => other.Edtf != reason.Edtf) =>
                $"its {Bound(reason)} lies {DaysInWords.When(InCommon(all) ?? "")} by what sources say together: {WhoSaysWhich(all)}",
            Rule.Claim => $"{Sources(all, "gives", "give")} {English(reason)} for its {Bound(reason)}{NoDay(reason)}",
            Rule.Rival => $"its {Bound(reason)} is disputed: {Disputed(all)}",
            Rule.Attestation when reason.Bound == BoundName.Start =>
                $"{Sources(all, "has", "have")} it by {English(reason)}, and no source says when it began",
            Rule.Attestation =>
                $"{Sources(all, "has", "have")} it last {DaysInWords.When(reason.Edtf ?? "")}, and no source says when it ended",
            Rule.Life when LastsWithTheState(reason) =>
                $"{(isEndSaid ? "otherwise it is " : besideExistence ? "" : "no source dates its end, and it is ")}taken to last while the state does{WhoseEnd(all)}",
            Rule.Life =>
                $"it depends on the {Bound(reason)} of {(IsExistence(reason) ? "the state" : "a post or an institution of the state")}{(besideExistence && IsExistence(reason) ? "" : Dated(all))}",
            Rule.Seat =>
                $"the post has one holder at a time, and another’s term {(reason.Bound == BoundName.Start ? "begins" : "ends")}{Dated(all)} (an inference)",
            Rule.Denial => Denied(all),
            _ => $"nothing is certain after {English(reason)}, when the record was last added to",
        };

    /// <summary>The dates with who gives which, then whoever leaves open what these close.</summary>
    private string Disputed(IReadOnlyList<Reason> all)
    {
        var dates = WhoSaysWhich(all.Where(one => one.Rule == Rule.Rival));
        var against = all.Where(one => one.Rule != Rule.Rival)
            .GroupBy(one => (one.Rule, one.Edtf))
            .Select(same =>
                same.Key.Rule == Rule.Denial
                    ? Denied(same)
                    : $"{Sources(same, "has", "have")} it {(same.First().Bound == BoundName.Start ? $"by {English(same.First())}" : DaysInWords.When(same.Key.Edtf ?? ""))}"
            )
            .ToList();
        return against.Count == 0 ? dates : $"{dates}, while {PartyNames.Joined(against)}";
    }

    private string WhoSaysWhich(IEnumerable<Reason> reasons) =>
        PartyNames.Joined([
            .. reasons
                .GroupBy(one => one.Edtf)
                .Select(one => $"{(one.Key == ".." ? "no end yet" : English(one.First()))} ({Sources(one)})"),
        ]);

    private string Denied(IEnumerable<Reason> reasons) =>
        $"{Sources(reasons, "denies", "deny")} {(reasons.First().Bound == BoundName.End ? "that it ended" : "it")}";

    /// <summary>When the state ended: what dates for it that agree leave, or each of those that do not.</summary>
    private string WhoseEnd(IReadOnlyList<Reason> reasons)
    {
        if (besideExistence)
        {
            return "";
        }

        var ends = InCommon(reasons) is { } days
            ? [DaysInWords.OfEdtf(days)]
            : reasons
                .Where(reason => reason.Edtf is not null)
                .Select(reason => reason.Edtf == ".." ? "none" : English(reason))
                .Distinct()
                .ToList();
        return ends.Count > 0 ? $" (its end: {string.Join(" or ", ends)})" : ", whose end no source dates";
    }

    /// <summary>The days that all the dates have in common, in EDTF; null where they have none, or one of them is no date.</summary>
    private static string? InCommon(IEnumerable<Reason> reasons)
    {
        var dates = reasons.Select(reason => EdtfDate.TryParse(reason.Edtf ?? "", out var date, out _) ? date : (EdtfDate?)null).ToList();
        return dates.TrueForAll(date => date is not null) && !(dates.Max(date => date?.Earliest) > dates.Min(date => date?.Latest))
            ? ClaimedDates.Together(dates)
            : null;
    }

    private string Sources(IEnumerable<Reason> reasons) => NamesOf(reasons) is { Count: > 0 } names ? PartyNames.Joined(names) : "a source";

    /// <summary>Who says it, with a verb in his number.</summary>
    private string Sources(IEnumerable<Reason> reasons, string one, string several) =>
        $"{Sources(reasons)} {(NamesOf(reasons).Count > 1 ? several : one)}";

    private List<string> NamesOf(IEnumerable<Reason> reasons) =>
        [.. reasons.Select(reason => reason.Fact).OfType<string>().SelectMany(sourcesOf).Distinct()];

    /// <summary>Whether it says that rule 3 gives something the end of the state.</summary>
    private static bool LastsWithTheState(Reason reason) => reason.Bound == BoundName.End && IsExistence(reason);

    private static bool IsExistence(Reason reason) =>
        reason.Episode is null || reason.Episode.EndsWith("/existence", StringComparison.Ordinal);

    private static string Bound(Reason reason) => reason.Bound == BoundName.Start ? "start" : "end";

    private static string English(Reason reason) => reason.Edtf is { } edtf ? DaysInWords.OfEdtf(edtf) : "no date";

    private static string Dated(IEnumerable<Reason> reasons) =>
        InBrackets(reasons) is { Length: > 0 } dates ? dates : ", which no source dates";

    private static string InBrackets(IEnumerable<Reason> reasons) =>
        reasons.Where(reason => reason.Edtf is not null).Select(English).Distinct().ToList() is { Count: > 0 } dates
            ? $" ({string.Join(" or ", dates)})"
            : "";

    private static string NoDay(Reason reason) =>
        reason.Edtf is { } edtf
        && EdtfDate.TryParse(edtf, out var date, out _)
        && date.Precision is EdtfPrecision.Year or EdtfPrecision.Month
            ? ", no day"
            : "";
}
