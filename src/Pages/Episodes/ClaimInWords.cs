using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>The start and end that a claim gives: "1993 to 8 September 1997".</summary>
internal static class ClaimInWords
{
    public static string Of(ClaimAnswer claim) =>
        (claim.Start, claim.End) switch
        {
            (null, null) => claim.EndUndated ? "that it ended, without a date" : "no date",
            ({ } start, null) => $"{DaysInWords.From(start)}{(claim.EndUndated ? ", ended without a date" : ", silent on its end")}",
            ({ } start, "..") => $"{DaysInWords.From(start)}, still lasting",
            (null, "..") => "still lasting, silent on its start",
            (null, { } end) => $"{DaysInWords.Until(end)}, silent on its start",
            ({ } start, { } end) => DaysInWords.Span(start, end),
        };

    /// <summary>The start and end that the claims of a reading give together.</summary>
    public static string Of(ReadingAnswer reading) =>
        (reading.Start, reading.End) switch
        {
            (null, null) => "no date",
            ({ } start, null) => $"{DaysInWords.From(start)}, no end given",
            ({ } start, "..") => $"{DaysInWords.From(start)}, still lasting",
            (null, { } end) => $"{DaysInWords.Until(end)}, no start given",
            ({ } start, { } end) => DaysInWords.Span(start, end),
        };
}
