using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>The reasons of an answer, one clause each: "Wikipedia gives 1997 for its end, no day".</summary>
/// <param name="sourcesOf">The sources of a fact, by its id.</param>
/// <param name="besideExistence">Whether the page says when the polity existed, so that its dates need not be repeated.</param>
public sealed class ReasonsInWords(Func<string, IReadOnlyList<string>> sourcesOf, bool besideExistence = false)
{
    /// <summary>What is said of most of what is possible beside the existence of the state: no source dates its end.</summary>
    public const string LastsWithState = "taken to end with the state";

    /// <summary>The clauses, with one for all that is alike of a bound; none where the answer is certain from its own claims.</summary>
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

    // An attestation or denial of a disputed bound belongs to the dispute. A reader need not tell apart the kinds of facts which say that something was not.
    private static Rule RuleInWords(Reason reason, HashSet<BoundName> disputed) =>
        reason switch
        {
            { Rule: Rule.Attestation or Rule.Denial, Bound: { } bound } when disputed.Contains(bound) => Rule.Rival,
            { Rule: Rule.Attestation, Bound: null } => Rule.Claim,
            _ => reason.Rule,
        };

    // What has no date, or none to compare, is not grouped with others.
    private static bool StandsAlone(Rule rule, Reason reason) =>
        rule == Rule.Attestation || (rule == Rule.Claim && (reason.Bound is null || reason.Edtf is null or ".."));

    private string Clause(Rule rule, Reason reason, IReadOnlyList<Reason> all, bool isEndSaid) =>
        rule switch
        {
            // A statement that something was not has no bounds.
            Rule.Claim when reason.Bound is null => $"{Sources(all, "says", "say")} so{InParentheses(all)}",
            Rule.Rival when reason.Bound is null => $"{Sources(all, "says", "say")} otherwise{InParentheses(all)}",
            Rule.Claim when reason.Edtf is null => $"no source dates its {Bound(reason)}",
            Rule.Claim when reason.Edtf == ".." => $"{Sources(all)} knew of no end yet",
            Rule.Claim when all.Any(other => other.Edtf != reason.Edtf) =>
                $"its {Bound(reason)} lies {DaysInWords.When(InCommon(all) ?? "")} by what sources say together: {DatesWithSources(all)}",
            Rule.Claim =>
                $"{Sources(all, "gives", "give")} {DaysInWords.AtSomeDay(English(reason))} for its {Bound(reason)}{NoDay(reason)}",
            Rule.Rival => $"its {Bound(reason)} is disputed: {Disputed(all)}",
            Rule.Attestation when reason.Bound == BoundName.Start =>
                $"{Sources(all, "shows", "show")} that it had begun by {DaysInWords.Latest(reason.Edtf ?? "")}, and no source says when",
            Rule.Attestation =>
                $"{Sources(all, "last mentions", "last mention")} it {DaysInWords.WhenLast(reason.Edtf ?? "")}, and no source says when it ended",
            Rule.Life when LastsWithTheState(reason) =>
                $"{(isEndSaid ? "otherwise it is " : besideExistence ? "" : "no source dates its end, so it is ")}{LastsWithState}{WhoseEnd(all)}",
            Rule.Life =>
                $"it depends on the {Bound(reason)} of {(IsExistence(reason) ? "the state" : "a post or an institution of the state")}{(besideExistence && IsExistence(reason) ? "" : Dated(all))}",
            Rule.Seat =>
                $"the post has one holder at a time, and another’s term {(reason.Bound == BoundName.Start ? "begins" : "ends")}{Dated(all)} (an inference)",
            Rule.Denial => Denied(all),
            _ => $"nothing is certain after {English(reason)}, when the record was last added to",
        };

    /// <summary>The dates with their sources, then the sources that contradict them.</summary>
    private string Disputed(IReadOnlyList<Reason> all)
    {
        var dates = DatesWithSources(all.Where(one => one.Rule == Rule.Rival));
        var against = all.Where(one => one.Rule != Rule.Rival)
            .GroupBy(one => (one.Rule, one.Edtf))
            .Select(same =>
                same.Key.Rule == Rule.Denial
                    ? Denied(same)
                    : $"{Sources(same, "mentions", "mention")} it {(same.First().Bound == BoundName.Start ? $"by {DaysInWords.Latest(same.Key.Edtf ?? "")}" : DaysInWords.When(same.Key.Edtf ?? ""))}"
            )
            .ToList();
        return against.Count == 0 ? dates : $"{dates}, while {PartyNames.Joined(against)}";
    }

    private string DatesWithSources(IEnumerable<Reason> reasons) =>
        PartyNames.Joined([
            .. reasons
                .GroupBy(one => one.Edtf)
                .Select(one => $"{(one.Key == ".." ? "no end yet" : English(one.First()))} ({Sources(one)})"),
        ]);

    private string Denied(IEnumerable<Reason> reasons) =>
        $"{Sources(reasons, "denies", "deny")} {(reasons.First().Bound == BoundName.End ? "that it ended" : "it")}";

    /// <summary>When the state ended: the days that its dates have in common, or every date where they have none.</summary>
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

    /// <summary>The days that all dates have in common, in EDTF; null where there are none, or one of them is not a date.</summary>
    private static string? InCommon(IEnumerable<Reason> reasons)
    {
        var dates = reasons.Select(reason => EdtfDate.TryParse(reason.Edtf ?? "", out var date, out _) ? date : (EdtfDate?)null).ToList();
        return dates.TrueForAll(date => date is not null) && !(dates.Max(date => date?.Earliest) > dates.Min(date => date?.Latest))
            ? CommonDate.Of(dates)
            : null;
    }

    private string Sources(IEnumerable<Reason> reasons) => NamesOf(reasons) is { Count: > 0 } names ? PartyNames.Joined(names) : "a source";

    // The sources with a verb in the singular or the plural.
    private string Sources(IEnumerable<Reason> reasons, string singular, string plural) =>
        $"{Sources(reasons)} {(NamesOf(reasons).Count > 1 ? plural : singular)}";

    private List<string> NamesOf(IEnumerable<Reason> reasons) =>
        [.. reasons.Select(reason => reason.Fact).OfType<string>().SelectMany(sourcesOf).Distinct()];

    // Rule 3: something without an end lasts as long as the state.
    private static bool LastsWithTheState(Reason reason) => reason.Bound == BoundName.End && IsExistence(reason);

    private static bool IsExistence(Reason reason) =>
        reason.Episode is null || reason.Episode.EndsWith("/existence", StringComparison.Ordinal);

    private static string Bound(Reason reason) => reason.Bound == BoundName.Start ? "start" : "end";

    private static string English(Reason reason) => reason.Edtf is { } edtf ? DaysInWords.OfEdtf(edtf) : "no date";

    private static string Dated(IEnumerable<Reason> reasons) =>
        InParentheses(reasons) is { Length: > 0 } dates ? dates : ", which no source dates";

    private static string InParentheses(IEnumerable<Reason> reasons) =>
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
