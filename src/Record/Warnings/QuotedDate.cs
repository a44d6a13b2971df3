using System.Globalization;
using System.Text.RegularExpressions;
using Edtf;

namespace ArtsakhLedger.Warnings;

/// <summary>A day or a month that the words of a source name. The year may be left to the context.</summary>
/// <param name="Words">The words.</param>
/// <param name="Year">The year, if it is named.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="DayOfMonth">The day, if it is named.</param>
internal sealed partial record QuotedDate(string Words, int? Year, int Month, int? DayOfMonth)
{
    /// <summary>The names of the months as dates write them, in the languages of the sources in hand.</summary>
    private static readonly string[] MonthsByLanguage =
    [
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
    ];

    private static readonly Dictionary<string, int> Months = MonthsByLanguage
        .SelectMany(names => names.Split(' ').Select((name, i) => (name, Month: i + 1)))
        .DistinctBy(one => one.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(one => one.name, one => one.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly string AnyMonth = $@"\b(?<month>{string.Join('|', Months.Keys)})\b";

    private static readonly Regex[] Written =
    [
        Of(@"\b(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})\b"),
        Of(@"\b(?<number>\d{1,2})/(?<day>\d{1,2})/(?:20)?(?<short>\d{2})\b"),
        Of($@"\b(?<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?{AnyMonth}(?:,?\s+(?:de\s+)?(?<year>\d{{4}})\b)?"),
        Of($@"{AnyMonth}\s+(?<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{{4}})\b)?"),
        Of($@"(?<!\d\s|\.\s|th\s|st\s|nd\s|rd\s){AnyMonth},?\s+(?<year>\d{{4}})\b"),
    ];

    private static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>All dates that the words name.</summary>
    public static IReadOnlyList<QuotedDate> In(string words) =>
        [
            .. from pattern in Written
            from match in pattern.Matches(words)
            where !OrSo().IsMatch(words[(match.Index + match.Length)..])
            let month = match.Groups["month"] is { Success: true, Value: var name } ? Months[name] : Number(match, "number")
            let day = Number(match, "day")
            let year = Number(match, "year") ?? (Number(match, "short") is { } shortened ? 2000 + shortened : null)
            where month is >= 1 and <= 12 && day is null or >= 1 and <= 31
            select new QuotedDate(match.Value, year, month!.Value, day),
        ];

    /// <summary>"Or before" makes a bound of a day.</summary>
    [GeneratedRegex(@"^(?:,?\s+\d{4})?\s+or\s+(?:before|earlier|after|later)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrSo();

    /// <summary>Whether a date could be this one and says less: it has further days beside those that the words name.</summary>
    public bool IsFinerThan(EdtfDate date) => !Parts(date).Any(IsSaidBy) && Parts(date).Any(HasFurtherDays);

    private bool IsSaidBy(EdtfDate part) =>
        YearsOf(part).Any(year => DaysIn(year) is var (first, last) && part.Earliest == first && part.Latest == last);

    private bool HasFurtherDays(EdtfDate part) =>
        YearsOf(part)
            .Any(year =>
                DaysIn(year) is var (first, last)
                && (part.Earliest is not { } earliest || earliest <= first)
                && (part.Latest is not { } latest || last <= latest)
                && (part.Earliest != first || part.Latest != last)
            );

    /// <summary>The dates that a date is made of: the bounds of an interval, the members of a set, otherwise itself.</summary>
    private static IEnumerable<EdtfDate> Parts(EdtfDate date) =>
        date.IsInterval ? new[] { date.Start, date.End }.OfType<EdtfDate>()
        : date.Members.Count > 0 && date.Members.All(member => !member.IsRange)
            ? date.Members.Select(member => member.First).OfType<EdtfDate>()
        : [date];

    private IEnumerable<int> YearsOf(EdtfDate part) =>
        Year is { } year ? [year]
        : (part.Earliest ?? part.Latest, part.Latest ?? part.Earliest) is ({ } from, { } to) && to.Year - from.Year < 200
            ? Enumerable.Range((int)from.Year, (int)(to.Year - from.Year) + 1)
        : [];

    private (Day First, Day Last)? DaysIn(int year)
    {
        var inMonth = year is >= 1 and <= 9999 ? DateTime.DaysInMonth(year, Month) : 0;
        return (DayOfMonth ?? 1) > inMonth ? null : (new(year, Month, DayOfMonth ?? 1), new(year, Month, DayOfMonth ?? inMonth));
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
}
