using System.Globalization;
using System.Text.RegularExpressions;
using Edtf;

namespace ArtsakhLedger.Sheets.Dates;

/// <summary>Reads decades, centuries, seasons, quarters and halves of years, and parts of a date: "early 1990s", "late March 1976".</summary>
internal static partial class DatePart
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private enum Part
    {
        Early,
        Mid,
        Late,
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text, in lower case, with single spaces.</param>
    /// <param name="single">Reads the date of which it is a part.</param>
    public static Moment? Read(string text, Func<string, Moment?> single)
    {
        if (Decade().Match(text) is { Success: true } decade)
        {
            return Moment.Of($"{decade.Groups["d"].Value}X");
        }

        if (Century().Match(text) is { Success: true } century && Number(century) is >= 1 and <= 99 and var c)
        {
            return Moment.Of(string.Create(CultureInfo.InvariantCulture, $"{c - 1:00}XX"));
        }

        if (Season().Match(text) is { Success: true } season && SeasonIn(season) is { } found)
        {
            return found;
        }

        if (Quarter().Match(text) is { Success: true } quarter)
        {
            var ordinal = quarter.Groups["o"].Value;
            var n = Array.IndexOf(Ordinals, ordinal) is >= 0 and var word ? word + 1 : ordinal[0] - '0';
            var isHalf = quarter.Groups["u"].Value.StartsWith('h');
            return isHalf && n > 2 ? null : Moment.Of($"{quarter.Groups["y"].Value}-{(isHalf ? 39 : 32) + n}");
        }

        return
            Modified().Match(text) is { Success: true } modified
            && single(modified.Groups["rest"].Value) is { Last: null } whole
            && PartOf(modified.Groups["part"].Value) is { } part
            ? Within(EdtfDate.Parse(whole.First), part, whole)
            : null;
    }

    private static Moment? SeasonIn(Match season)
    {
        var name = season.Groups["s"].Value == "fall" ? "autumn" : season.Groups["s"].Value;
        var (year, next) = (season.Groups["y"].Value, season.Groups["n"].Value);
        var moment = Moment.Of($"{year}-{21 + Array.IndexOf(Seasons, name)}");
        return name != "winter"
            ? next.Length == 0
                ? moment
                : null
            : next.Length == 0
                ? moment with
                {
                    Remark =
                        $"winter {year} is read as the one that began in {year}; for the one before, write winter {int.Parse(year, CultureInfo.InvariantCulture) - 1}",
                }
                : moment;
    }

    private static Part? PartOf(string words) =>
        words switch
        {
            "early" or "beginning of" or "the beginning of" or "start of" or "the start of" => Part.Early,
            "mid" or "mid-" or "middle of" or "the middle of" => Part.Mid,
            "late" or "end of" or "the end of" => Part.Late,
            _ => null,
        };

    /// <summary>A third of a month or a year; the first four, the middle three or the last three years of a decade, and so of a century.</summary>
    private static Moment? Within(EdtfDate whole, Part part, Moment moment)
    {
        var text = moment.First;
        (string First, string Last)? bounds = whole switch
        {
            { HasUnspecifiedDigits: true } when text.EndsWith("XX", StringComparison.Ordinal) => Years(
                text[..2],
                part,
                "00",
                "33",
                "66",
                "99"
            ),
            { HasUnspecifiedDigits: true } => Years(text[..3], part, "0", "3", "6", "9"),
            { Precision: EdtfPrecision.Year } => part switch
            {
                Part.Early => ($"{text}-01", $"{text}-04"),
                Part.Mid => ($"{text}-05", $"{text}-08"),
                _ => ($"{text}-09", $"{text}-12"),
            },
            { Precision: EdtfPrecision.Month } => part switch
            {
                Part.Early => ($"{text}-01", $"{text}-10"),
                Part.Mid => ($"{text}-11", $"{text}-20"),
                _ => ($"{text}-21", whole.Latest!.Value.ToString()),
            },
            _ => null,
        };
        return bounds is { } found
            ? Moment.OfPart(found.First, found.Last, text) with
            {
                Remark = $"{part.ToString().ToLowerInvariant()} is read as {found.First} to {found.Last}",
            }
            : null;
    }

    private static (string, string) Years(string begin, Part part, string first, string early, string mid, string last) =>
        part switch
        {
            Part.Early => (begin + first, begin + early),
            Part.Mid => (begin + Next(early), begin + mid),
            _ => (begin + Next(mid), begin + last),
        };

    private static string Next(string digits) =>
        (int.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');

    private static int Number(Match match) => int.Parse(match.Groups["c"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(the )?(?<d>\d{3})0['’]?s\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Decade();

    [GeneratedRegex(@"^(the )?(?<c>\d{1,2})(st|nd|rd|th) century\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Century();

    [GeneratedRegex(
        @"^(the )?(?<s>spring|summer|autumn|fall|winter)( of)?,? (?<y>\d{4})( ?[-–/] ?(?<n>\d{2,4}))?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Season();

    [GeneratedRegex(
        @"^((the )?(?<o>first|second|third|fourth|1st|2nd|3rd|4th) (?<u>quarter|half)( of)?,? (?<y>\d{4})|(?<u>[qh])(?<o>[1-4])[ -/]?(?<y>\d{4})|(?<y>\d{4})[ -/]?(?<u>[qh])(?<o>[1-4]))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"^(?<part>early|mid-|mid|late|(the )?beginning of|(the )?start of|(the )?middle of|(the )?end of)[ -]?(in |the )*(?<rest>.+)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Modified();
}
