using System.Xml.Linq;
using ArtsakhLedger.Asking;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Timeline;
using EdtfDate = Edtf.EdtfDate;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>Draws the claims on an episode below one another, under the days that they leave together.</summary>
internal static class EpisodePicture
{
    private const string Ids = "claims";
    private const int MaxClaims = 100;

    /// <param name="answer">The episode.</param>
    /// <param name="held">The days on which it held.</param>
    /// <param name="sources">The short name of a source.</param>
    /// <param name="suffix">What tells its ids from those of other pictures on the page.</param>
    public static string Draw(PeriodAnswer answer, IReadOnlyList<DayRun<Certainty>> held, Func<string, string> sources, string suffix)
    {
        var claims = answer.Claims.Take(MaxClaims).Select(claim => (Claim: claim, Runs: ClaimedRuns.Of(claim))).ToList();
        var attested = answer.Attestations.Select(attestation => HappeningOf(attestation, sources)).ToList();
        var (first, last) = DaysInView.Of(new DayWindow(null, null), held.Concat(claims.SelectMany(claim => claim.Runs)), attested, null);
        var scale = new TimeScale(first, last);
        var (ticks, sheet) = (TimeAxis.Of(scale), new PictureSheet(Ids + suffix, scale));
        sheet.Axis(ticks);
        sheet.Row(
            [("data-held", answer.Episode)],
            RunsInWords.Of(held),
            "All claims together",
            BarShapes.Height,
            y => sheet.Bars.Bars(held, y)
        );
        foreach (var (claim, runs) in claims)
        {
            sheet.Row(
                [("data-claim", claim.Claim)],
                RunsInWords.Of(runs),
                $"{sources(claim.Source)}: {ClaimInWords.Of(claim)}",
                BarShapes.Height,
                y => sheet.Bars.Bars(runs, y)
            );
        }

        if (attested.Count > 0)
        {
            sheet.Row(
                [("data-attested", attested.Count)],
                "Attested days",
                "Attested",
                MarkShapes.Height,
                y => sheet.Marks.Of(attested, y)
            );
        }

        return sheet
            .Picture(
                $"Claims on {PictureText.Isolated(answer.Statement)}",
                $"{claims.Count} claims from {RunsInWords.OfDay(first)} to {RunsInWords.OfDay(last)}, each as its source gives it: full between its bounds, hatched where they are not exact. "
                    + "The same is said in words beside the picture.",
                ticks,
                sheet.Height,
                null
            )
            .ToString(SaveOptions.DisableFormatting);
    }

    private static Happening HappeningOf(AttestationAnswer attestation, Func<string, string> sources)
    {
        EdtfDate? date = attestation.Date is { } edtf && EdtfDate.TryParse(edtf, out var parsed, out _) ? parsed : null;
        return new(
            attestation.Fact,
            $"attested by {PartyNames.Joined([.. attestation.Sources.Select(sources)])}",
            attestation.Date,
            date?.Earliest?.DayNumber,
            date?.Latest?.DayNumber
        );
    }
}
