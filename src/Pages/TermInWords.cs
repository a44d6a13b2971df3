using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages;

/// <summary>From when to when something held, and how precisely the sources say so: "2005 to 2011; the sources give years only".</summary>
public static class TermInWords
{
    private const string StillLasting = "..";

    /// <summary>The term of each reading. A start or end that none of them dates is given by its bounds.</summary>
    /// <param name="readings">The readings of the sources.</param>
    /// <param name="start">The bounds of the start.</param>
    /// <param name="end">The bounds of the end.</param>
    /// <param name="brief">Whether to pass over an end that no source gives, on a page that says once what that means.</param>
    public static string Of(IReadOnlyList<ReadingAnswer> readings, BoundAnswer start, BoundAnswer end, bool brief = false)
    {
        var dated = readings.Where(reading => reading.Start is not null || reading.End is not null).ToList();
        return dated.Count == 0
            ? "no source gives its dates" + FromOtherDates(start, brief ? null : end)
            : string.Join(", or ", dated.Select(reading => TermOf(reading.Start, reading.End)).Distinct())
                + (dated.TrueForAll(reading => reading.Start is null) ? $"; no source gives its start{FromOtherDates(start, null)}" : "")
                + (
                    !brief && dated.TrueForAll(reading => reading.End is null)
                        ? $"; no source gives its end{FromOtherDates(null, end)}"
                        : ""
                )
                + PrecisionInWords(dated);
    }

    private static string TermOf(string? start, string? end) =>
        (start, end) switch
        {
            (null, StillLasting) => "still lasting when its source was written",
            (null, _) => DaysInWords.Until(end!),
            (_, null) => DaysInWords.From(start),
            (_, StillLasting) => $"{DaysInWords.From(start)}, still lasting when its source was written",
            _ => DaysInWords.Span(start, end),
        };

    /// <summary>What other dates say of bounds that no source gives: ": it had begun by 9 March 2015, and had ended by 1 January 2024".</summary>
    private static string FromOtherDates(BoundAnswer? start, BoundAnswer? end)
    {
        var known = new[] { start is null ? null : StartWithin(start), end is null || SaysNothing(start, end) ? null : EndWithin(end) };
        return known.OfType<string>().ToList() is { Count: > 0 } clauses ? $": it {string.Join(", and ", clauses)}" : "";
    }

    private static string? StartWithin(BoundAnswer start) =>
        (start.Earliest, start.Latest) switch
        {
            (null, null) => null,
            (null, { } latest) => $"had begun by {DaysInWords.OfEdtf(latest)}",
            ({ } earliest, null) => $"did not begin before {DaysInWords.OfEdtf(earliest)}",
            var (earliest, latest) when earliest == latest => $"began on {DaysInWords.OfEdtf(earliest)} by what else is known",
            var (earliest, latest) => $"began between {DaysInWords.OfEdtf(earliest)} and {DaysInWords.OfEdtf(latest)}",
        };

    private static string? EndWithin(BoundAnswer end) =>
        (end.Earliest, end.Latest) switch
        {
            (null, null) => null,
            (null, { } latest) => $"had ended by {DaysInWords.OfEdtf(latest)}",
            ({ } earliest, null) => $"lasted at least until {LastDayBefore(earliest)}",
            var (earliest, latest) when earliest == latest => $"ended on {DaysInWords.OfEdtf(earliest)} by what else is known",
            var (earliest, latest) => $"ended between {DaysInWords.OfEdtf(earliest)} and {DaysInWords.OfEdtf(latest)}",
        };

    // Whatever began had not ended before it began.
    private static bool SaysNothing(BoundAnswer? start, BoundAnswer end) =>
        end.Latest is null
        && Day.TryParse(end.Earliest ?? "", out var earliest)
        && Day.TryParse(start?.Earliest ?? "", out var began)
        && earliest <= began.AddDays(1);

    private static string LastDayBefore(string day) =>
        Day.TryParse(day, out var parsed) ? parsed.AddDays(-1).InEnglish() : DaysInWords.OfEdtf(day);

    private static string PrecisionInWords(List<ReadingAnswer> dated)
    {
        var dates = dated
            .SelectMany(reading => new[] { reading.Start, reading.End })
            .OfType<string>()
            .Where(date => date != StillLasting)
            .ToList();
        var sources = dated.SelectMany(reading => reading.Sources).Distinct().Count() == 1 ? "the source gives" : "the sources give";
        return dates.Select(PrecisionOf).Distinct().ToList() switch
        {
            [EdtfPrecision.Year] => $"; {sources} {(dates.Count == 1 ? "the year" : "years")} only",
            [EdtfPrecision.Month] => $"; {sources} {(dates.Count == 1 ? "the month" : "months")} only",
            _ => "",
        };
    }

    /// <summary>Null for what is not a simple date, such as a decade or "by 4 November 2012".</summary>
    private static EdtfPrecision? PrecisionOf(string edtf) =>
        EdtfDate.TryParse(edtf, out var date, out _) && !date.HasUnspecifiedDigits ? date.Precision : null;
}
