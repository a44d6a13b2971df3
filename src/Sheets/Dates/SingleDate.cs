using System.Globalization;
using System.Text.RegularExpressions;
using Edtf;

namespace ArtsakhLedger.Sheets.Dates;

/// <summary>Reads a single date that is written in numbers, or in a month's name and numbers.</summary>
internal static partial class SingleDate
{
    private const int FirstSerial = 10_000; // 18 May 1927
    private const int LastSerial = 80_000; // 11 January 2119

    private static readonly Day SerialZero = new(1899, 12, 30);

    private static readonly HashSet<string> Fillers =
    [
        "the",
        "of",
        "in",
        "on",
        "de",
        "del",
        "den",
        "le",
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "sometime",
        "some",
        "time",
        "during",
        "year",
        "г",
        "года",
        "ad",
        "ce",
        "mon",
        "monday",
        "tue",
        "tues",
        "tuesday",
        "wed",
        "wednesday",
        "thu",
        "thur",
        "thurs",
        "thursday",
        "fri",
        "friday",
        "sat",
        "saturday",
        "sun",
        "sunday",
    ];

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text, in lower case, with single spaces.</param>
    /// <param name="order">Which comes first in numbers.</param>
    /// <param name="why">Why it cannot be read, if it looks like a date; null otherwise.</param>
    public static Moment? Read(string text, DayOrder order, out string? why)
    {
        why = null;
        return InNumbers(text, order, ref why) ?? InWords(text, ref why) ?? DatePart.Read(text, part => Read(part, order, out _));
    }

    /// <summary>The EDTF of a year.</summary>
    public static string YearOf(int year) =>
        year < 0
            ? string.Create(CultureInfo.InvariantCulture, $"-{-year:0000}")
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}");

    private static Moment? InNumbers(string text, DayOrder order, ref string? why)
    {
        if (YearMonthDay().Match(text) is { Success: true } ymd)
        {
            return DayOf(ymd.Groups["y"].Value, ymd.Groups["m"].Value, ymd.Groups["d"].Value, ref why);
        }

        if (DayMonthYear().Match(text) is { Success: true } parts)
        {
            var (a, b, year) = (parts.Groups["a"].Value, parts.Groups["b"].Value, parts.Groups["y"].Value);
            if (year.Length == 2)
            {
                why = TwoDigits(year);
                return null;
            }

            // Nobody who writes full stops puts the month first.
            return order == DayOrder.MonthFirst && parts.Groups["sep"].Value != "."
                ? DayOf(year, a, b, ref why)
                : DayOf(year, b, a, ref why);
        }

        if (MonthYear().Match(text) is { Success: true } my)
        {
            return MonthOf(my.Groups["y"].Value, Number(my.Groups["m"].Value), ref why);
        }

        if (Compact().IsMatch(text))
        {
            return DayOf(text[..4], text[4..6], text[6..], ref why);
        }

        if (
            Serial().Match(text) is { Success: true } serial
            && Number(serial.Groups["n"].Value) is >= FirstSerial and <= LastSerial and var n
        )
        {
            return Moment.Of(SerialZero.AddDays(n).ToString()) with { Remark = $"{text} is read as the number of a day in a spreadsheet" };
        }

        return Year().IsMatch(text) ? Moment.Of(text) : null;
    }

    private static Moment? InWords(string text, ref string? why)
    {
        if (!Words().IsMatch(text))
        {
            return null;
        }

        var tokens = Token()
            .Matches(text)
            .Select(token => token.Value.TrimEnd('.', '\''))
            .Where(token => token.Length > 0 && !Fillers.Contains(token))
            .ToList();
        var isBeforeChrist = tokens is [.., "bc" or "bce"];
        if (isBeforeChrist)
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        return tokens switch
        {
            [var d, var m, var y] when MonthNames.NumberOf(m) is { } month && IsDay(d) => DayIn(y, month, d, isBeforeChrist, ref why),
            [var m, var d, var y] when MonthNames.NumberOf(m) is { } month && IsDay(d) => DayIn(y, month, d, isBeforeChrist, ref why),
            [var y, var m, var d] when MonthNames.NumberOf(m) is { } month && IsYear(y) && IsDay(d) => DayIn(y, month, d, false, ref why),
            [var y, var d, var m] when MonthNames.NumberOf(m) is { } month && IsYear(y) && IsDay(d) => DayIn(y, month, d, false, ref why),
            [var m, var y] when MonthNames.NumberOf(m) is { } month => MonthIn(y, month, isBeforeChrist, ref why),
            [var y, var m] when MonthNames.NumberOf(m) is { } month && IsYear(y) => MonthIn(y, month, false, ref why),
            [var y] when isBeforeChrist && IsNumber(y) && y.Length <= 4 => Moment.Of(YearOf(1 - Number(y))),
            [var y] when IsYear(y) => Moment.Of(y),
            _ => null,
        };
    }

    private static Moment? DayIn(string year, int month, string day, bool isBeforeChrist, ref string? why) =>
        YearIn(year, isBeforeChrist, ref why) is { } found
            ? Existing($"{found}-{month:00}-{Number(day):00}", $"there is no day {Number(day)} in that month", ref why)
            : null;

    private static Moment? MonthIn(string year, int month, bool isBeforeChrist, ref string? why) =>
        YearIn(year, isBeforeChrist, ref why) is { } found ? Existing($"{found}-{month:00}", "there is no such month", ref why) : null;

    private static string? YearIn(string year, bool isBeforeChrist, ref string? why)
    {
        if (isBeforeChrist)
        {
            return IsNumber(year) && year.Length <= 4 ? YearOf(1 - Number(year)) : null;
        }

        if (IsYear(year))
        {
            return year;
        }

        why = IsNumber(year) && year.Length == 2 ? TwoDigits(year) : null;
        return null;
    }

    private static Moment? DayOf(string year, string month, string day, ref string? why) =>
        Existing(
            $"{year}-{Number(month):00}-{Number(day):00}",
            $"there is no day {Number(day)} of a month {Number(month)} in {year}",
            ref why
        );

    private static Moment? MonthOf(string year, int month, ref string? why) =>
        Existing($"{year}-{month:00}", $"there is no month {month}", ref why, isMonth: true);

    private static Moment? Existing(string edtf, string otherwise, ref string? why, bool isMonth = false)
    {
        // In EDTF 21 and above are seasons, which nobody means who writes 21/1976.
        if (EdtfDate.TryParse(edtf, out var date) && !(isMonth && date.Month is null))
        {
            return Moment.Of(edtf);
        }

        why = otherwise;
        return null;
    }

    private static string TwoDigits(string year) => $"the year '{year}' has two digits, and may be of any century; write all four";

    private static bool IsNumber(string token) => token.All(char.IsAsciiDigit);

    private static bool IsDay(string token) => IsNumber(token) && token.Length <= 2;

    private static bool IsYear(string token) => IsNumber(token) && token.Length == 4;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{4})[-./ ](?<m>\d{1,2})[-./ ](?<d>\d{1,2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(
        @"^(?<a>\d{1,2}) ?(?<sep>[-./]) ?(?<b>\d{1,2}) ?\k<sep> ?(?<y>\d{4}|\d{2})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(
        @"^((?<m>\d{1,2})[-./](?<y>\d{4})|(?<y>\d{4})[-./](?<m>\d{1,2}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(1[0-9]|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<n>\d{5})(\.\d+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^\d{4}\z")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[\p{L}\d]([\p{L}\p{M}\d ,.'’º-]*[\p{L}\d.])?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}.']*|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
