using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ArtsakhLedger.Unicode;
using Edtf;

namespace ArtsakhLedger.Sheets.Dates;

/// <summary>A date in a form that people write, and the EDTF date that it becomes.</summary>
public sealed partial record WrittenDate
{
    private const int LongestText = 200;

    private static readonly string[] NoDate =
    [
        "",
        "?",
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "n.d.",
        "n. d.",
        "nd",
        "s.d.",
        "undated",
        "unknown",
        "not known",
        "no date",
        "none",
        "tbd",
    ];

    /// <summary>The date; null if it is undated, can be read in two ways or cannot be read.</summary>
    public EdtfDate? Date { get; private init; }

    /// <summary>Both ways of reading a date whose day and month could be the other way round: the day first, then the month first.</summary>
    public IReadOnlyList<EdtfDate> Readings { get; private init; } = [];

    /// <summary>Why it cannot be read and what to write instead; null if it can.</summary>
    public string? Problem { get; private init; }

    /// <summary>What was assumed, as a sentence; null if nothing was.</summary>
    public string? Remark { get; private init; }

    /// <summary>Whether it says that the date is not known.</summary>
    public bool IsUndated => Date is null && Problem is null;

    /// <summary>The only order of day and month in which the text can be read; unknown if it can be read in both or neither.</summary>
    public DayOrder Order { get; private init; }

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">Which comes first where a day is written in numbers.</param>
    public static WrittenDate Read(string text, DayOrder order = DayOrder.Unknown)
    {
        var clean = Cleaned(text);
        if (NoDate.Contains(clean))
        {
            return new();
        }

        if (clean.Length > LongestText)
        {
            return new() { Problem = $"the text is too long for a date; write {Forms}" };
        }

        if (AsEdtf(clean) is { } edtf)
        {
            return edtf;
        }

        var (dayFirst, monthFirst) = (In(clean, DayOrder.DayFirst), In(clean, DayOrder.MonthFirst));
        return (dayFirst.Date, monthFirst.Date) switch
        {
            (null, null) => dayFirst,
            ({ } one, { } other) when one != other => order switch
            {
                DayOrder.DayFirst => dayFirst,
                DayOrder.MonthFirst => monthFirst,
                _ => new()
                {
                    Readings = [one, other],
                    Problem =
                        $"'{text.Trim()}' is {one.ToEnglish()} or {other.ToEnglish()}; write {one} or {other}, or say whether the day or the month comes first",
                },
            },
            ({ } one, not null) => dayFirst,
            ({ }, null) => dayFirst with { Order = DayOrder.DayFirst },
            _ => monthFirst with { Order = DayOrder.MonthFirst },
        };
    }

    /// <summary>Whether a text in place of an end says that it has not come: "present".</summary>
    public static bool SaysThatItLasts(string text) => DatePhrase.StillLasts.Contains(Cleaned(text));

    /// <summary>A hint of the forms that can be read, for messages.</summary>
    public const string Forms = "6 March 1976, March 1976, 1976, c. 1976, before 1980, 1976–1979, or a date in EDTF";

    private static WrittenDate In(string clean, DayOrder order)
    {
        var (read, phrase) = Phrase(clean, order);
        var withoutBrackets = InBrackets().Replace(clean, " ").Trim();
        if (
            read is null
            && withoutBrackets != clean
            && withoutBrackets.Length > 0
            && Phrase(withoutBrackets, order) is ({ } rest, var other)
        )
        {
            (read, phrase) = (rest, other);
            phrase.Remarks.Add("the words in brackets are left out");
        }

        if (read is null)
        {
            return new()
            {
                Problem = $"'{clean}' is not a date that can be read{(phrase.Why is { } why ? $": {why}" : "")}; write {Forms}",
            };
        }

        return EdtfDate.TryParse(read, out var date, out var error)
            ? new() { Date = date, Remark = phrase.Remarks.Count == 0 ? null : string.Join("; ", phrase.Remarks) }
            : new() { Problem = $"'{clean}' would be {read}, which is not a date: {error}; write {Forms}" };
    }

    private static (string? Edtf, DatePhrase Phrase) Phrase(string clean, DayOrder order)
    {
        var phrase = new DatePhrase(order);
        return (phrase.Read(clean), phrase);
    }

    /// <summary>A text that is EDTF already, also with the time of day that spreadsheets add.</summary>
    private static WrittenDate? AsEdtf(string clean)
    {
        var text = TimeOfDay().Replace(clean, "${day}").ToUpperInvariant();
        if (!text.Contains(' ', StringComparison.Ordinal) && EdtfDate.TryParse(text, out var date))
        {
            return new()
            {
                Date = date,
                Remark =
                    YearAndMonth().Match(text) is { Success: true } month && IsLater(month)
                        ? $"{text} is read as {date.ToEnglish()}; for a range of years write {month.Groups["y"].Value}/{month.Groups["y"].Value[..2]}{month.Groups["m"].Value}"
                        : null,
            };
        }

        return null;
    }

    private static bool IsLater(Match month) => string.CompareOrdinal(month.Groups["m"].Value, month.Groups["y"].Value[2..]) > 0;

    /// <summary>In lower case with single spaces, without marks of footnotes; dashes that are not hyphens are en dashes.</summary>
    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in Footnote().Replace(NormalForm.Compose(text), ""))
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else
            {
                clean.Append(
                    c switch
                    {
                        '\u2010' or '\u2011' => '-',
                        '\u2012' or '\u2014' or '\u2015' or '\u2212' => '–',
                        '\u200B' or '\uFEFF' => ' ',
                        _ when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
                        _ => char.ToLowerInvariant(c),
                    }
                );
            }
        }

        var words = clean.ToString().Trim().TrimEnd(';', ',');
        return words.EndsWith('.') && !words.EndsWith("..", StringComparison.Ordinal) && !NoDate.Contains(words)
            ? words[..^1].TrimEnd()
            : words;
    }

    // A number or a letter in brackets after the date, as on Wikipedia: [12], [b], [note 3].
    [GeneratedRegex(@"(?<=\S)\s*\[(\d{1,3}|[a-z]|(note|nb) \d+|citation needed)\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex YearAndMonth();
}
