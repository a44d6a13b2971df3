using ArtsakhLedger.DryRuns;
using Edtf;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>On which days a fact would change an answer, and why.</summary>
internal static class FlipInWords
{
    /// <summary>"from 1 June 2006 to 5 May 2012", "on 1 June 2006", "from 1 June 2006 on".</summary>
    public static string Days(Flip flip) =>
        (flip.From, flip.Until) switch
        {
            (null, null) => "on all days",
            (null, { } until) => $"until {Last(until)}",
            ({ } from, null) => $"from {DaysInWords.OfEdtf(from)} on",
            ({ } from, { } until) when DaysInWords.OfEdtf(from) == Last(until) => $"on {Last(until)}",
            ({ } from, { } until) => $"from {DaysInWords.OfEdtf(from)} to {Last(until)}",
        };

    /// <summary>What makes the change, up to a list of links to facts; the new fact has no page yet.</summary>
    /// <param name="flip">The days.</param>
    /// <param name="recorded">The ids that would be recorded.</param>
    public static string Through(Flip flip, IReadOnlyList<string> recorded) =>
        flip.Facts.Count == 0 ? "since the record would have been added to today, and nothing is certain after that"
        : flip.Facts.All(recorded.Contains) ? "through this fact"
        : flip.Facts.Any(recorded.Contains) ? "through this fact and"
        : "through";

    private static string Last(string until) => Day.Parse(until).AddDays(-1).InEnglish();
}
