using System.Text.RegularExpressions;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.Warnings;

/// <summary>What is likely to be wrong in a record though no rule forbids it: its facts say other than the words they quote. An editor who has
/// looked says so in the fact's <c>checked</c>, and is warned no more.</summary>
public static partial class RecordWarnings
{
    private const string LookedAt = "or say in checked: why it is right";

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>All warnings, in the order of the facts.</summary>
    /// <param name="facts">The facts of a record, in its order.</param>
    public static IReadOnlyList<(Fact Fact, FactProblem Warning)> Of(IReadOnlyList<Fact> facts)
    {
        var byId = facts.GroupBy(fact => fact.Id).ToDictionary(same => same.Key, same => same.First());
        var twice = TwiceInAMonth(facts);
        return
        [
            .. from fact in facts
            where string.IsNullOrWhiteSpace(fact.Checked) && string.IsNullOrWhiteSpace((fact as FactCorrected)?.Content.Checked)
            from warning in twice.TryGetValue(fact, out var repeated) ? OfOne(fact, byId).Append(repeated) : OfOne(fact, byId)
            select (fact, warning),
        ];
    }

    private static IEnumerable<FactProblem> OfOne(Fact fact, Dictionary<string, Fact> byId)
    {
        // What a correction quotes for itself speaks of its content too.
        var said = fact is FactCorrected { Content: var content } ? content : fact;
        var act = said is FactCorroborated { Target: var target } ? byId.GetValueOrDefault(target) : said;
        if (act is null || FactCheck.IsAboutTheRecord(act))
        {
            yield break;
        }

        var quotes = fact.Citations.Concat(ReferenceEquals(said, fact) ? [] : said.Citations).Select(citation => citation.Quote).ToList();
        if (IsOfAState(act) && quotes.Select(quote => NotOfAState().Match(quote)).FirstOrDefault(match => match.Success) is { } other)
        {
            yield return new(
                "/citations",
                $"a quote says “{other.Value}” beside an act of a state; record whose act it was, and a call as call-made, {LookedAt}"
            );
        }

        var dated = quotes.SelectMany(QuotedDate.In).ToList();
        var date = said.Date ?? act.Date;
        if (dated.FirstOrDefault(quoted => date is not { } given || quoted.IsFinerThan(given)) is { } finer)
        {
            yield return new(
                "/date",
                $"a quote says “{finer.Words}”, which is finer than the date {date?.ToString() ?? "that is missing"}; write what it gives, {LookedAt}"
            );
        }

        if (
            said.Date is { IsInterval: false, Earliest: { } day }
            && said.Date.Value.Latest == day
            && dated.TrueForAll(one => one.DayOfMonth is null)
        )
        {
            foreach (var weekday in quotes.SelectMany(quote => Weekday().Matches(quote)).Select(match => match.Value).Distinct())
            {
                yield return new(
                    "/date",
                    Weekdays[DayOfWeek(day)] == weekday
                        ? $"the day {day} is worked out from a weekday, “{weekday}”; write inferred: true and from what, {LookedAt}"
                        : $"a quote says “{weekday}”, and {day} is a {Weekdays[DayOfWeek(day)]}; work the day out again, {LookedAt}"
                );
            }
        }
    }

    private static bool IsOfAState(Fact act) =>
        act
            is RecognitionPassed { Level: ActorLevel.State or ActorLevel.SubNational }
                or TerritorialIntegrityPassed { Level: ActorLevel.State or ActorLevel.SubNational };

    /// <summary>Facts of one kind about the same parties in one month by one source, which are likely one act.</summary>
    private static Dictionary<Fact, FactProblem> TwiceInAMonth(IReadOnlyList<Fact> facts)
    {
        var corrected = facts
            .OfType<FactCorrected>()
            .GroupBy(change => change.Target)
            .ToDictionary(same => same.Key, same => same.Last().Content);
        var identified = facts.OfType<FactsIdentified>().Select(one => one.Same).ToHashSet();
        var groups =
            from fact in facts
            where !identified.Contains(fact.Id)
            let said = corrected.GetValueOrDefault(fact.Id) ?? fact
            where said.Date is { Earliest: not null, Latest: not null } && IsComparable(said)
            let month = MonthOf(said.Date!.Value)
            where month is not null
            from source in said.Sources()
            group fact by (FactType.Of(said).Name, PartiesOf(said), source, month) into alike
            where alike.Count() > 1
            select alike;
        var twice = new Dictionary<Fact, FactProblem>(ReferenceEqualityComparer.Instance);
        foreach (var alike in groups)
        {
            foreach (var later in alike.Skip(1))
            {
                twice.TryAdd(
                    later,
                    new(
                        "/id",
                        $"'{alike.First().Id}' and this are of one kind, the same parties and one month, by one source; make one fact of one act, or say facts-identified, {LookedAt}"
                    )
                );
            }
        }

        return twice;
    }

    /// <summary>Unnamed parties may be any: "a U.S. state" in two facts may be two states.</summary>
    private static bool IsComparable(Fact fact) =>
        fact is FactCorroborated
        || (!FactCheck.IsAboutTheRecord(fact) && fact.Parties().Any() && fact.Parties().All(party => party.Id is not null));

    private static string PartiesOf(Fact fact) =>
        fact is FactCorroborated { Target: var target }
            ? target
            : string.Join(' ', fact.Parties().Select(party => party.Id).Order(StringComparer.Ordinal));

    private static (long Year, int Month)? MonthOf(EdtfDate date) =>
        date is { Earliest: { } earliest, Latest: { } latest } && (earliest.Year, earliest.Month) == (latest.Year, latest.Month)
            ? (earliest.Year, earliest.Month)
            : null;

    /// <summary>1970-01-01, day 0, was a Thursday.</summary>
    private static int DayOfWeek(Day day) => (int)((((day.DayNumber - new Day(1970, 1, 1).DayNumber + 4) % 7) + 7) % 7);

    [GeneratedRegex(
        @"\b(?:Senate|House of Representatives|Assembly|Parliament|Legislative Council|chamber|committee|(?:call(?:s|ed|ing)?) (?:up)?on|urg(?:es|ed|ing))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotOfAState();

    [GeneratedRegex(@"\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();
}
