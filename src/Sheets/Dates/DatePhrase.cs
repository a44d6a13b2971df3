using System.Text.RegularExpressions;
using Edtf;

namespace ArtsakhLedger.Sheets.Dates;

/// <summary>Reads what people write around dates: "c.", "?", "before", "since", "from … to", "or". One order of day and month is taken throughout.</summary>
internal sealed partial class DatePhrase(DayOrder order)
{
    /// <summary>What stands in place of an end that has not come.</summary>
    public static IReadOnlyList<string> StillLasts { get; } =
    ["present", "the present", "now", "today", "date", "ongoing", "current", "still", "incumbent", "in office", "…", "...", ".."];

    private const int MostWords = 16;

    private static readonly string[] RangeWords = [" – ", "–", " — ", " - ", " to ", " until ", " till ", " through ", "-", "/"];
    private static readonly string[] WordsAtEnd = [" to", " until"];

    /// <summary>Why the text cannot be read, if part of it looks like a date.</summary>
    public string? Why { get; private set; }

    /// <summary>What was assumed, as sentences.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>The date in EDTF; null if it cannot be read.</summary>
    /// <param name="text">The text, in lower case, with single spaces.</param>
    public string? Read(string text) =>
        text.Count(c => c == ' ') >= MostWords ? null : Single(text)?.Edtf ?? Bound(text) ?? Choice(text) ?? Open(text) ?? Range(text);

    /// <summary>One date, with its qualifiers.</summary>
    private Moment? Single(string text)
    {
        var (rest, mark) = WithoutQualifiers(text);
        var found = SingleDate.Read(rest, order, out var why);
        Why ??= why;
        if (found is null)
        {
            return null;
        }

        if (found.Remark is { } remark && !Remarks.Contains(remark))
        {
            Remarks.Add(remark);
        }

        return found with
        {
            Mark = mark,
        };
    }

    private string? Bound(string text)
    {
        if (Before().Match(text) is { Success: true } before)
        {
            var word = before.Groups["w"].Value;
            return Single(before.Groups["rest"].Value) is not { } moment ? null
                : word is "before" or "prior to" or "until before" or "pre-" or "pre" or "<" ? $"[..{moment.Before}{moment.Mark}]"
                : $"[..{Last(moment)}]";
        }

        if (After().Match(text) is { Success: true } after)
        {
            var word = after.Groups["w"].Value;
            return Single(after.Groups["rest"].Value) is not { } moment ? null
                : word is "after" or "later than" or "post-" or "post" or ">" ? $"[{moment.After}{moment.Mark}..]"
                : $"[{moment.First}{moment.Mark}..]";
        }

        if (OrBeside().Match(text) is { Success: true } beside && Single(beside.Groups["rest"].Value) is { } date)
        {
            return beside.Groups["w"].Value is "later" or "after" or "thereafter" ? $"[{date.First}{date.Mark}..]" : $"[..{Last(date)}]";
        }

        return
            Between().Match(text) is { Success: true } between && Ends(between.Groups["a"].Value, between.Groups["b"].Value) is var (a, b)
            ? $"[{a.First}{a.Mark}..{Last(b)}]"
            : null;
    }

    /// <summary>"1976 or 1977".</summary>
    private string? Choice(string text) =>
        text.Split(" or ") is [var one, var other] && Ends(one, other) is var (a, b) && a.Last is null && b.Last is null
            ? $"[{a.AsEnd},{b.AsEnd}]"
            : null;

    /// <summary>"since 1976", "1976 to the present", "until 1980".</summary>
    private string? Open(string text)
    {
        if (Since().Match(text) is { Success: true } since && Single(since.Groups["rest"].Value) is { } from)
        {
            return $"{End(from)}/..";
        }

        if (Until().Match(text) is { Success: true } until && Single(until.Groups["rest"].Value) is { } to)
        {
            return $"/{End(to)}";
        }

        foreach (var (one, other) in Splits(text))
        {
            if ((other.Length == 0 || StillLasts.Contains(other)) && Single(WithoutFrom(one)) is { } start)
            {
                return $"{End(start)}/..";
            }

            if (other is "?" or "unknown" && Single(WithoutFrom(one)) is { } known)
            {
                return $"{End(known)}/";
            }

            if (one is "" or "?" or "unknown" && Single(other) is { } end)
            {
                return $"/{End(end)}";
            }
        }

        return null;
    }

    /// <summary>"1976–1979", "6–9 March 1976", "from March 1976 to May 1977".</summary>
    private string? Range(string text)
    {
        if (MonthDays().Match(text) is { Success: true } days)
        {
            text =
                $"{days.Groups["a"].Value} {days.Groups["m"].Value} {days.Groups["y"].Value} – {days.Groups["b"].Value} {days.Groups["m"].Value} {days.Groups["y"].Value}";
        }

        foreach (var (one, other) in Splits(text))
        {
            if (Ends(WithoutFrom(one), other) is var (a, b))
            {
                return $"{End(a)}/{End(b)}";
            }
        }

        return null;
    }

    /// <summary>Both dates of a pair, where the first may leave out what it has in common with the second, and the second a century.</summary>
    private (Moment, Moment)? Ends(string one, string other)
    {
        if (Digits().IsMatch(other) && YearAtEnd().Match(one) is { Success: true } year)
        {
            other = year.Value[..^other.Length] + other;
        }

        if (Single(other) is not { } second)
        {
            return null;
        }

        foreach (var beginning in new[] { one, $"{one} {TailOf(other, 1)}", $"{one} {TailOf(other, 2)}" })
        {
            if (Single(beginning) is { } first)
            {
                return IsInOrder(first, second) ? (first, second) : null;
            }
        }

        return null;
    }

    private bool IsInOrder(Moment first, Moment second)
    {
        var isInOrder = !(
            EdtfDate.Parse(first.First).Earliest is { } earliest
            && EdtfDate.Parse(second.Last ?? second.First).Latest is { } latest
            && latest < earliest
        );
        Why ??= isInOrder ? null : "it ends before it begins";
        return isInOrder;
    }

    private string End(Moment moment)
    {
        if (moment.Last is not null)
        {
            Remarks.RemoveAll(remark => remark == moment.Remark);
            Remarks.Add($"an interval cannot begin or end with a part of {moment.Whole}, so all of it stands");
        }

        return moment.AsEnd;
    }

    private static string Last(Moment moment) => (moment.Last ?? moment.First) + moment.Mark;

    private static IEnumerable<(string One, string Other)> Splits(string text)
    {
        foreach (var word in RangeWords)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                yield return (text[..at].Trim(), text[(at + word.Length)..].Trim());
            }
        }

        foreach (var word in WordsAtEnd.Where(word => text.EndsWith(word, StringComparison.Ordinal)))
        {
            yield return (text[..^word.Length].Trim(), "");
        }
    }

    private static string WithoutFrom(string text) => text.StartsWith("from ", StringComparison.Ordinal) ? text[5..] : text;

    private static string TailOf(string text, int words) => string.Join(' ', text.Split(' ').TakeLast(words));

    private static (string Text, string Mark) WithoutQualifiers(string text)
    {
        var (isApproximate, isUncertain) = (false, false);
        for (var changed = true; changed; )
        {
            changed = false;
            if (About().Match(text) is { Success: true } about)
            {
                (text, isApproximate, changed) = (about.Groups["rest"].Value, true, true);
            }

            if (Perhaps().Match(text) is { Success: true } perhaps)
            {
                (text, isUncertain, changed) = (perhaps.Groups["rest"].Value, true, true);
            }
        }

        return (
            text.Trim(),
            isApproximate && isUncertain ? "%"
            : isApproximate ? "~"
            : isUncertain ? "?"
            : ""
        );
    }

    [GeneratedRegex(
        @"^((circa|cca\.?|ca\.?|c\.|c(?= ?[0-9])|about|around|approximately|approx\.?|roughly|[~≈]) ?(?<rest>.*[0-9].*)|(?<rest>.*[0-9].*?) ?(~|\(?(circa|approx\.?|approximately|c\.)\)?))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex About();

    [GeneratedRegex(
        @"^((probably|possibly|perhaps|maybe|presumably|likely|apparently|\?) ?(?<rest>.*[0-9].*)|(?<rest>.*[0-9].*?) ?(\?|[(\[]\?[)\]]|\(?(uncertain|probable|probably|possibly)\)?))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Perhaps();

    [GeneratedRegex(
        @"^((?<w>before|prior to|pre-|pre|by|by the end of|not later than|no later than|not after|at the latest in|≤|<=|<) ?(?<rest>.+))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^((?<w>after|later than|post-|post|not before|not earlier than|no earlier than|at the earliest in|≥|>=|>) ?(?<rest>.+))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex After();

    [GeneratedRegex(@"^(?<rest>.+?),? (or|and|and/or) (?<w>before|earlier|prior|later|after|thereafter)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OrBeside();

    [GeneratedRegex(@"^(some time |sometime )?between (?<a>.+) and (?<b>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(since|from|as of|as from|starting|starting in|beginning in) (?<rest>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Since();

    [GeneratedRegex(@"^(until|till|up to|to) (?<rest>.+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?<m>\p{L}+)\.? (?<a>\d{1,2}) ?[-–] ?(?<b>\d{1,2})(st|nd|rd|th)?,? (?<y>\d{4})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthDays();

    [GeneratedRegex(@"^\d{1,2}\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\d-])\d{4}\z")]
    private static partial Regex YearAtEnd();
}
