using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>Dates in English, and in EDTF for addresses and forms.</summary>
public static class DaysInWords
{
    /// <summary>Which calendar dates are in. Sources of days before 15 October 1582 mostly are not, and where that matters it is said.</summary>
    public const string Calendar = "proleptic Gregorian calendar";

    /// <summary>A date in English. One before Christ says its calendar, because the day that a source in the Julian calendar gives is another.</summary>
    public static string InWords(this EdtfDate date) => InItsCalendar(date.ToEnglish());

    /// <summary>A day, such as 1 June 2006.</summary>
    public static string InEnglish(this Day day)
    {
        if (day.IsInEdtf())
        {
            return EdtfDate.Parse(day.ToString()).InWords();
        }

        const int AnyLeapYear = 2000;
        var inThatYear = EdtfDate.Parse(new Day(AnyLeapYear, day.Month, day.DayOfMonth).ToString()).ToEnglish();
        return inThatYear[..^4] + EdtfDate.Parse(EdtfYear(day.Year)).InWords();
    }

    /// <summary>A day in EDTF; only its year where that has more than four digits, because EDTF has no such days.</summary>
    public static string InEdtf(this Day day) => day.IsInEdtf() ? day.ToString() : EdtfYear(day.Year);

    /// <summary>The day before in EDTF; the year before where EDTF has no such days.</summary>
    public static string BeforeInEdtf(this Day day) =>
        day.AddDays(-1) is var before && before.IsInEdtf() ? before.ToString() : EdtfYear(day.Year - 1);

    /// <summary>A year in EDTF: four digits, or a Y and any number.</summary>
    public static string EdtfYear(long year) => year is >= -9999 and <= 9999 ? year.ToString("0000") : $"Y{year}";

    /// <summary>When something was, in English: "on 1 June 2006", "in June 2006", "in the 1990s", "from 1993 to 1997".</summary>
    public static string When(string edtf)
    {
        var english = OfEdtf(edtf);
        return EdtfDate.TryParse(edtf, out var date, out _)
            ? date.Precision switch
            {
                EdtfPrecision.Day => $"on {english}",
                null => WhenOpen(english),
                _ when IsRange(english) => english,
                _ when english.EndsWith('s') || english.Contains(" of ", StringComparison.Ordinal) => $"in the {english}",
                _ => $"in {english}",
            }
            : english;
    }

    /// <summary>By when something was: "11 January 2023" for [..2023-01-11], "October 2019" for 2019-10, "1995" for 1995/1997.</summary>
    public static string Latest(string edtf) =>
        edtf.Split('/')[0] is var start
        && EdtfDate.TryParse(start, out var date, out _)
        && date is { Precision: null, Earliest: null, Latest: { } latest }
            ? latest.InEnglish()
            : OfEdtf(start);

    /// <summary>When something was last so: "in 1997" for 1995/1997.</summary>
    public static string WhenLast(string edtf) =>
        edtf.Split('/')[^1] is var end && EdtfDate.TryParse(end, out _, out _) ? When(end) : When(edtf);

    /// <summary>A date in English as a source gives it: "1997", "a day between 6 December 2020 and 5 January 2021".</summary>
    public static string AtSomeDay(string english) => IsRange(english) ? $"a day {english}" : english;

    // "on 11 January 2023 or before", "in 1997 or after".
    private static string WhenOpen(string english) =>
        !english.EndsWith(" or before", StringComparison.Ordinal) && !english.EndsWith(" or after", StringComparison.Ordinal) ? english
        : char.IsAsciiDigit(english[0]) && english.Split(' ').Length > 3 ? $"on {english}"
        : $"in {english}";

    /// <summary>A date in English, from EDTF such as 1997 or [..2001-07-04] or from a day as answers write it. An end of <c>..</c> is "still lasting".</summary>
    public static string OfEdtf(string edtf) =>
        EdtfDate.TryParse(edtf, out var date, out _) ? date.InWords()
        : Day.TryParse(edtf, out var day) ? day.InEnglish()
        : edtf == ".." ? "still lasting"
        : edtf;

    /// <summary>A start and an end: "1993 to 1997", "from some time between 1 January 2021 and 5 January 2021 to 2023".</summary>
    public static string Span(string start, string end) =>
        (OfEdtf(start), OfEdtf(end)) is var (first, last) && !IsRange(first) && !IsRange(last)
            ? $"{first} to {last}"
            : $"{From(start)} to {AtSomeTime(last)}";

    /// <summary>A start: "from 1993", "from some time between 1 January 2021 and 5 January 2021".</summary>
    public static string From(string start) => $"from {AtSomeTime(OfEdtf(start))}";

    /// <summary>An end: "until 1997".</summary>
    public static string Until(string end) => $"until {AtSomeTime(OfEdtf(end))}";

    /// <summary>A date in English, with its calendar where it is before Christ.</summary>
    public static string InItsCalendar(string english) =>
        english.Contains(" BC", StringComparison.Ordinal) ? $"{english} (proleptic Gregorian)" : english;

    private static string AtSomeTime(string english) => IsRange(english) ? $"some time {english}" : english;

    private static bool IsRange(string english) => english.StartsWith("between ", StringComparison.Ordinal);

    private static bool IsInEdtf(this Day day) => day.Year is >= -9999 and <= 9999;
}
