using System.Globalization;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Timeline;

/// <summary>A range of rows of a timeline chart, counted from 1; the row of the polity's life, above them all, is not counted.</summary>
public sealed record RowRange(int First, int Last)
{
    /// <summary>The default number of rows.</summary>
    public const int Usual = 60;

    /// <summary>The maximum number of rows at once.</summary>
    public const int Most = 500;

    /// <summary>The same number of rows, from another first row.</summary>
    public RowRange From(int first) => new(first, first + Last - First);

    /// <exception cref="QuestionProblem">400 for a value that is not a range of rows, or has too many.</exception>
    public static RowRange Parse(string? text)
    {
        if (text is null)
        {
            return new(1, Usual);
        }

        return
            text.Split("..") is [var first, var last]
            && NumberOf(first) is { } from
            && NumberOf(last) is { } to
            && from <= to
            && to - from < Most
            ? new(from, to)
            : throw QuestionProblem.BadParameter(
                "rows",
                $"Send the first and the last row, such as 1..{Usual}: at most {Most} rows at once, counted from 1."
            );
    }

    public override string ToString() => $"{First}..{Last}";

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000_000
            ? number
            : null;
}
