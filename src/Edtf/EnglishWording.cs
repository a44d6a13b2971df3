using System.Globalization;

namespace Edtf;

/// <summary>Describes expressions in English.</summary>
/// <param name="culture">Determines whether the month comes before the day.</param>
internal sealed class EnglishWording(CultureInfo culture)
{
    private const string Undated = "undated";
    private const int FirstQuarter = 33;

    private static readonly string[] MonthNames =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private static readonly string[] FourMonths = ["January to April", "May to August", "September to December"];

    private readonly bool monthFirst = culture.Name is "en-US";

    internal string Describe(EdtfDate expression) =>
        expression.Form switch
        {
            EdtfForm.Interval => DescribeInterval(expression),
            EdtfForm.OneOf => DescribeOneOf(expression.Members),
            EdtfForm.AllOf => Join(expression.Members, "and"),
            _ => DescribeDate(expression.Components, inSentence: false),
        };

    private string DescribeInterval(EdtfDate interval)
    {
        var start = interval.Start is { } first ? $"from {Clause(first)}" : null;
        var end = interval.End is { } last ? (start is null ? $"until {Clause(last)}" : $"to {WithArticle(last)}") : null;
        return (start, end) switch
        {
            (not null, not null) => $"{start} {end}",
            (not null, null) => interval.EndIsOpen ? $"{start} onwards" : $"{start.TrimEnd(',')}, end unknown",
            (null, not null) => interval.StartIsOpen ? end.TrimEnd(',') : $"{end.TrimEnd(',')}, start unknown",
            _ => (interval.StartIsOpen, interval.EndIsOpen) switch
            {
                (true, true) => "at all times",
                (true, false) => "from the beginning, end unknown",
                (false, true) => "ongoing, start unknown",
                _ => Undated,
            },
        };
    }

    // A range that is the whole set is "between … and …"; in a longer list, "… to …" reads better.
    private string DescribeOneOf(IReadOnlyList<EdtfSetMember> members) =>
        members is [{ IsRange: true, First: { } first, Last: { } last }]
            ? $"between {Clause(first)} and {WithArticle(last)}"
            : Join(members, "or");

    private string Join(IReadOnlyList<EdtfSetMember> members, string conjunction)
    {
        var words = members.Select(member => DescribeMember(member, conjunction)).ToArray();
        return words is [var only] ? only : $"{string.Join(", ", words[..^1])} {conjunction} {words[^1]}";
    }

    private string DescribeMember(EdtfSetMember member, string conjunction) =>
        (member.First, member.Last) switch
        {
            (null, { } last) => $"{Clause(last)} {conjunction} before",
            ({ } first, null) => $"{Clause(first)} {conjunction} after",
            ({ } first, { } last) when member.IsRange => $"{Clause(first)} to {WithArticle(last)}",
            var (only, _) => Describe(only.GetValueOrDefault()),
        };

    // A phrase that contains a comma needs another before the sentence continues: "from June 2004, day unknown, to July 2004".
    private string Clause(EdtfDate date) => WithArticle(date) is var words && words.Contains(", ") ? $"{words}," : words;

    private string WithArticle(EdtfDate date) => DescribeDate(date.Components, inSentence: true);

    private string DescribeDate(DateComponents date, bool inSentence)
    {
        var words = date.Unspecified == 0 ? DescribeSpecified(date) : DescribeMasked(date);
        var isNamedPeriod =
            (date.Precision == EdtfPrecision.Year && HasDecade(date))
            || (date.Precision == EdtfPrecision.Season && date.Month >= FirstQuarter);
        var takesArticle = isNamedPeriod && (inSentence || date.Qualifications.Year != Qualification.None);
        return Qualify(takesArticle ? $"the {words}" : words, date);
    }

    private string DescribeSpecified(DateComponents date) =>
        date.Precision switch
        {
            EdtfPrecision.Year => DescribeYear(date),
            EdtfPrecision.Season => DescribeSeason(date.Month, DescribeYear(date)),
            EdtfPrecision.Month => $"{MonthNames[date.Month - 1]} {DescribeYear(date)}",
            EdtfPrecision.Day => DescribeDay(date),
            _ => $"{DescribeDay(date)}, {DescribeTime(date)}",
        };

    private string DescribeDay(DateComponents date) =>
        $"{DayAndMonth(date.Day, date.Month)}{(monthFirst ? "," : string.Empty)} {DescribeYear(date)}";

    private string DayAndMonth(int day, int month) => monthFirst ? $"{MonthNames[month - 1]} {day}" : $"{day} {MonthNames[month - 1]}";

    private static string DescribeYear(DateComponents date)
    {
        var year = YearInWords(date.Year);
        if (date.SignificantDigits == 0)
            return year;
        var days = date.ToPattern();
        var (first, last) = (Day.FromDayNumber(days.First).Year, Day.FromDayNumber(days.Last).Year);
        return first == last ? year : $"between {YearInWords(first)} and {YearInWords(last)}, estimated to be {year}";
    }

    private static string YearInWords(long year)
    {
        var (count, era) = year <= 0 ? (1 - year, " BC") : (year, string.Empty);
        var digits = count > 9999 ? count.ToString("N0", CultureInfo.InvariantCulture) : count.ToString(CultureInfo.InvariantCulture);
        return year is > 0 and < 1000 or > 9999 ? $"AD {digits}" : digits + era;
    }

    private static string DescribeSeason(int grouping, string year) =>
        grouping switch
        {
            <= 24 => $"{Seasons[grouping - 21]} {year}",
            <= 28 => $"{Seasons[grouping - 25]} {year} (northern hemisphere)",
            <= 32 => $"{Seasons[grouping - 29]} {year} (southern hemisphere)",
            <= 36 => $"{Ordinals[grouping - 33]} quarter of {year}",
            <= 39 => $"{Ordinals[grouping - 37]} quadrimester of {year} ({FourMonths[grouping - 37]})",
            _ => $"{Ordinals[grouping - 40]} half of {year}",
        };

    private static string DescribeTime(DateComponents date)
    {
        var time = TimeSpan.FromSeconds(date.SecondOfDay).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        if (date.OffsetMinutes is not { } offset)
            return time;
        var shift = TimeSpan.FromMinutes(Math.Abs(offset)).ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return offset == 0 ? $"{time} UTC" : $"{time} UTC{(offset < 0 ? '-' : '+')}{shift}";
    }

    private string DescribeMasked(DateComponents date)
    {
        var year = MaskedYear(date);
        if (date.Precision == EdtfPrecision.Year)
            return year ?? Undated;

        var month = date.HasUnspecified(DateComponents.MonthMask) ? null : MonthNames[date.Month - 1];
        if (date.Precision == EdtfPrecision.Month || ((date.Unspecified & DateComponents.DayMask) == DateComponents.DayMask))
            return DescribeMaskedMonth(date, year, month);

        if (!date.HasUnspecified(DateComponents.DayMask) && month is not null)
            return $"{DayAndMonth(date.Day, date.Month)}, {year ?? "year unknown"}";
        return DescribeDigits(date);
    }

    private string DescribeMaskedMonth(DateComponents date, string? year, string? month)
    {
        var withDay = date.Precision == EdtfPrecision.Day;
        var isMonthUnknown = (date.Unspecified & DateComponents.MonthMask) == DateComponents.MonthMask;
        var isYearSpecified = !date.HasUnspecified(DateComponents.YearMask);
        if (month is null && !isMonthUnknown)
            return DescribeDigits(date);
        if (month is null && year is null)
            return Undated;

        var unknown = (withDay, month is null, year is null) switch
        {
            (true, true, _) => ", month and day unknown",
            (true, false, true) => ", year and day unknown",
            (true, false, false) => ", day unknown",
            (false, true, _) => ", month unknown",
            (false, false, true) => ", year unknown",
            _ => string.Empty,
        };
        if (month is null)
            return year + unknown;
        return year is null ? month + unknown : $"{month}{(isYearSpecified ? " " : ", ")}{year}{unknown}";
    }

    // Digits unspecified in other places are rare, and hard to put in words: give the range of days, or the mask itself.
    private string DescribeDigits(DateComponents date)
    {
        var days = date.ToPattern();
        if (days.IsRange)
            return $"between {DescribeBound(days.First)}{(monthFirst ? "," : string.Empty)} and {DescribeBound(days.Last)}";
        return $"one of the days {new EdtfDate(date with { Qualifications = default })}";
    }

    private string DescribeBound(long number)
    {
        var day = Day.FromDayNumber(number);
        return DescribeDay(
            new DateComponents
            {
                Significand = day.Year,
                Month = (byte)day.Month,
                Day = (byte)day.DayOfMonth,
            }
        );
    }

    /// <summary>The year in words, or null if all of its digits are unspecified.</summary>
    private static string? MaskedYear(DateComponents date)
    {
        var unspecified = (date.Unspecified & DateComponents.YearMask) >> 4;
        if (unspecified == 0)
            return YearInWords(date.Year);
        if (unspecified == 0b1111)
            return date.IsNegative ? "a year BC" : null;
        if (HasDecade(date))
            return $"{date.Significand}s";

        var year = new DateComponents
        {
            Significand = date.Significand,
            IsNegative = date.IsNegative,
            Unspecified = (byte)(date.Unspecified & DateComponents.YearMask),
        };
        var days = year.ToPattern();
        return days.IsRange
            ? $"between {YearInWords(Day.FromDayNumber(days.First).Year)} and {YearInWords(Day.FromDayNumber(days.Last).Year)}"
            : $"a year like {new EdtfDate(year)}";
    }

    // The first decade of a century is not named: "1900s" would mean the century.
    private static bool HasDecade(DateComponents date) =>
        (date.Unspecified & DateComponents.YearMask) == 0b0001_0000 && date.Significand >= 1000 && date.Significand % 100 != 0;

    private static string Qualify(string words, DateComponents date)
    {
        var marks = date.Qualifications;
        var parts = date.Precision switch
        {
            EdtfPrecision.Year => new[] { ("year", marks.Year) },
            EdtfPrecision.Season => [("year", marks.Year), ("season", marks.Month)],
            EdtfPrecision.Month => [("year", marks.Year), ("month", marks.Month)],
            _ => [("year", marks.Year), ("month", marks.Month), ("day", marks.Day)],
        };
        if (parts.All(part => part.Item2 == marks.Year))
        {
            return marks.Year switch
            {
                Qualification.Uncertain => $"possibly {words}",
                Qualification.Approximate => $"about {words}",
                Qualification.UncertainAndApproximate => $"possibly about {words}",
                _ => words,
            };
        }

        var notes = parts
            .Where(part => part.Item2 != Qualification.None)
            .GroupBy(part => part.Item2, part => part.Item1)
            .Select(group => $"{string.Join(" and ", group)} {InWords(group.Key)}");
        return $"{words} ({string.Join(", ", notes)})";
    }

    private static string InWords(Qualification qualification) =>
        qualification switch
        {
            Qualification.Uncertain => "uncertain",
            Qualification.Approximate => "approximate",
            _ => "uncertain and approximate",
        };
}
