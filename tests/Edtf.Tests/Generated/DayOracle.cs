using System.Globalization;

namespace Edtf.Tests.Generated;

/// <summary>Finds the days a text can mean by comparing it with every day of a window, character by character.</summary>
/// <remarks>It shares no code with the library.</remarks>
internal sealed class DayOracle
{
    private readonly List<(string Text, int Year)> calendar = [];

    internal DayOracle(int firstYear, int lastYear)
    {
        for (var year = firstYear; year <= lastYear; year++)
        {
            var isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            int[] lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            for (var month = 1; month <= 12; month++)
            {
                for (var day = 1; day <= lengths[month - 1]; day++)
                    calendar.Add(($"{(year < 0 ? "-" : string.Empty)}{Math.Abs(year):0000}-{month:00}-{day:00}", year));
            }
        }
    }

    internal IReadOnlyList<Day> Calendar => field ??= [.. calendar.Select(day => Day.Parse(day.Text))];

    /// <summary>For each day of the window, whether the text can mean it.</summary>
    internal bool[] Members(string text)
    {
        var plain = string.Concat(text.Where(character => character is not ('?' or '~' or '%')));
        if (plain.Contains('/', StringComparison.Ordinal))
            return plain.Split('/') is var ends ? Span(ends[0].Trim('.'), ends[1].Trim('.')) : [];
        if (plain[0] is not ('[' or '{'))
            return SingleDate(plain);

        var members = new bool[calendar.Count];
        foreach (var member in plain[1..^1].Split(','))
        {
            var days =
                member.Contains("..", StringComparison.Ordinal) && member.Split("..") is var ends
                    ? Span(ends[0], ends[1])
                    : SingleDate(member);
            for (var i = 0; i < members.Length; i++)
                members[i] |= days[i];
        }

        return members;
    }

    internal bool[] SingleDate(string plain)
    {
        var date = plain.Split('T')[0];
        if (date.Contains('S', StringComparison.Ordinal))
            return SignificantYears(date);
        return IsSeason(date, out var year, out var months)
            ?
            [
                .. calendar.Select(day =>
                    months.Contains((((day.Year - year) * 12) + int.Parse(day.Text[^5..^3], CultureInfo.InvariantCulture)))
                ),
            ]
            : [.. calendar.Select(day => Matches(day.Text, date))];
    }

    /// <summary>The days from the first day of one date to the last day of another; an empty text stands for no bound.</summary>
    private bool[] Span(string start, string end)
    {
        var first =
            start.Length == 0 || start.Contains("XXXX", StringComparison.Ordinal) ? 0 : Array.IndexOf(SingleDate(start), value: true);
        var last =
            end.Length == 0 || (end.Contains("XXXX", StringComparison.Ordinal) && end[0] != '-')
                ? calendar.Count
                : Array.LastIndexOf(SingleDate(end), value: true);
        return [.. Enumerable.Range(0, calendar.Count).Select(i => i >= first && i <= last)];
    }

    private bool[] SignificantYears(string text)
    {
        var parts = text.Split('S');
        var digits = parts[0].TrimStart('-').TrimStart('0');
        var kept = digits[..Math.Min(digits.Length, int.Parse(parts[1], CultureInfo.InvariantCulture))];
        var mask = kept.PadRight(digits.Length, 'X').PadLeft(4, '0');
        return [.. calendar.Select(day => Matches(day.Text, (text[0] == '-' ? "-" : string.Empty) + mask))];
    }

    private static bool Matches(string day, string mask)
    {
        if (mask.StartsWith("XXXX", StringComparison.Ordinal))
            day = day.TrimStart('-');
        if ((day[0] == '-') != (mask[0] == '-'))
            return false;
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] != 'X' && mask[i] != day[i])
                return false;
        }

        return true;
    }

    private static bool IsSeason(string date, out int year, out HashSet<int> months)
    {
        (year, months) = (0, []);
        if (date.Contains('X', StringComparison.Ordinal) || date.TrimStart('-').Length != 7)
            return false;
        var (grouping, yearPart) = (int.Parse(date[^2..], CultureInfo.InvariantCulture), date[..^3]);
        if (grouping < 21)
            return false;

        year = int.Parse(yearPart, CultureInfo.InvariantCulture);
        int[][] groupings =
        [
            [3, 4, 5],
            [6, 7, 8],
            [9, 10, 11],
            [12, 13, 14],
            [3, 4, 5],
            [6, 7, 8],
            [9, 10, 11],
            [12, 13, 14],
            [9, 10, 11],
            [12, 13, 14],
            [3, 4, 5],
            [6, 7, 8],
            [1, 2, 3],
            [4, 5, 6],
            [7, 8, 9],
            [10, 11, 12],
            [1, 2, 3, 4],
            [5, 6, 7, 8],
            [9, 10, 11, 12],
            [1, 2, 3, 4, 5, 6],
            [7, 8, 9, 10, 11, 12],
        ];
        months = [.. groupings[grouping - 21]];
        return true;
    }
}
