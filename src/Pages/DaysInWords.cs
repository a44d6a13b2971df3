using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>Dates as people write them.</summary>
public static class DaysInWords
{
    /// <summary>A day, such as 1 June 2006.</summary>
    public static string InEnglish(this Day day)
    {
        if (day.IsInEdtf())
        {
            return EdtfDate.Parse(day.ToString()).ToEnglish();
        }

        const int AnyLeapYear = 2000;
        var inThatYear = EdtfDate.Parse(new Day(AnyLeapYear, day.Month, day.DayOfMonth).ToString()).ToEnglish();
        return inThatYear[..^4] + EdtfDate.Parse(EdtfYear(day.Year)).ToEnglish();
    }

    /// <summary>A day in EDTF; its year, which alone EDTF can write where it has more than four digits.</summary>
    public static string InEdtf(this Day day) => day.IsInEdtf() ? day.ToString() : EdtfYear(day.Year);

    /// <summary>The date up to which everything before a day lies: the day before, or the year before where EDTF can write years only.</summary>
    public static string BeforeInEdtf(this Day day) =>
        day.AddDays(-1) is var before && before.IsInEdtf() ? before.ToString() : EdtfYear(day.Year - 1);

    /// <summary>A year as EDTF has it: four digits, or any number after a Y.</summary>
    public static string EdtfYear(long year) => year is >= -9999 and <= 9999 ? year.ToString("0000") : $"Y{year}";

    /// <summary>A date in EDTF after a statement: "on 1 June 2006", "in June 2006", "in the 1990s", "from 1993 to 1997".</summary>
    public static string When(string edtf)
    {
        var english = OfEdtf(edtf);
        return EdtfDate.TryParse(edtf, out var date, out _)
            ? date.Precision switch
            {
                EdtfPrecision.Day => $"on {english}",
                null => english,
                _ when IsRange(english) => english,
                _ when english.EndsWith('s') || english.Contains(" of ", StringComparison.Ordinal) => $"in the {english}",
                _ => $"in {english}",
            }
            : english;
    }

    /// <summary>A date in EDTF, such as 1997 or [..2001-07-04], or any day as answers write it; <c>..</c> by itself as it stands in an end, "still lasting".</summary>
    public static string OfEdtf(string edtf) =>
        EdtfDate.TryParse(edtf, out var date, out _) ? date.ToEnglish()
        : Day.TryParse(edtf, out var day) ? day.InEnglish()
        : edtf == ".." ? "still lasting"
        : edtf;

    /// <summary>A start and an end, both in EDTF: "1993 to 1997", "from some time between 1 January 2021 and 5 January 2021 to 2023".</summary>
    public static string Span(string start, string end) =>
        (OfEdtf(start), OfEdtf(end)) is var (first, last) && !IsRange(first) && !IsRange(last)
            ? $"{first} to {last}"
            : $"{From(start)} to {AtSomeTime(last)}";

    /// <summary>A start in EDTF: "from 1993", "from some time between 1 January 2021 and 5 January 2021".</summary>
    public static string From(string start) => $"from {AtSomeTime(OfEdtf(start))}";

    /// <summary>An end in EDTF: "until 1997".</summary>
    public static string Until(string end) => $"until {AtSomeTime(OfEdtf(end))}";

    private static string AtSomeTime(string english) => IsRange(english) ? $"some time {english}" : english;

    private static bool IsRange(string english) => english.StartsWith("between ", StringComparison.Ordinal);

    private static bool IsInEdtf(this Day day) => day.Year is >= -9999 and <= 9999;
}
