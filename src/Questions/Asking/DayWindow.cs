using Edtf;

namespace ArtsakhLedger.Asking;

/// <summary>A window of days: <c>from</c> and <c>to</c>, each a day or a longer date, and each optional.</summary>
public sealed record DayWindow(QueryDate? From, QueryDate? To)
{
    /// <summary>Whether it has neither bound.</summary>
    public bool IsEverything => From is null && To is null;

    /// <exception cref="QuestionProblem">400 for a value that is not a date, or a window that ends before it begins.</exception>
    public static DayWindow Parse(string? from, string? to)
    {
        var window = new DayWindow(from is null ? null : QueryDate.Parse(from, "from"), to is null ? null : QueryDate.Parse(to, "to"));
        return window.From is { } first && window.To is { } last && last.Last < first.First
            ? throw QuestionProblem.BadParameter(
                "from",
                $"'from' ({first.Text}) is after 'to' ({last.Text}). Send an earlier 'from', or a later 'to'."
            )
            : window;
    }

    /// <summary>Whether some day of a date is in the window, which includes its first and last day. An undated fact is only in the window
    /// of all days.</summary>
    public bool Overlaps(EdtfDate? date)
    {
        if (date is not { } dated || IsEverything)
        {
            return IsEverything;
        }

        return (To is null || !(dated.Earliest > To.Last))
            && (From is null || !(dated.Latest < From.First))
            && (
                From is null
                || To is null
                || dated.IsInterval
                || dated.Days.IsContiguous
                || dated.Days.RangesWithin(From.First, To.Last).Any()
            );
    }
}
