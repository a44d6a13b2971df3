using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.RulesOfTime;
using EdtfDate = Edtf.EdtfDate;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>The days that a claim gives by itself: certain between its bounds, possible where they are not exact.</summary>
internal static class ClaimedRuns
{
    public static IReadOnlyList<DayRun<Certainty>> Of(ClaimAnswer claim)
    {
        var start = DateOf(claim.Start);
        var (begins, begun) = (start?.Earliest?.DayNumber, start?.Latest?.DayNumber);
        if (claim.End == "..")
        {
            return NonEmpty(new(Certainty.Possible, begins, begun), begun is null ? null : new(Certainty.Certain, begun, null));
        }

        if (DateOf(claim.End) is not { } end)
        {
            // Without a dated end, only the day of the start is certain.
            return NonEmpty(
                new(Certainty.Possible, begins, begun),
                begun is null ? null : new(Certainty.Certain, begun, begun + 1),
                begun is null ? null : new(Certainty.Possible, begun + 1, null)
            );
        }

        var (ends, ended) = (end.Earliest?.DayNumber, end.Latest?.DayNumber);
        return begun < ends
            ? NonEmpty(new(Certainty.Possible, begins, begun), new(Certainty.Certain, begun, ends), new(Certainty.Possible, ends, ended))
            : NonEmpty(new DayRun<Certainty>(Certainty.Possible, begins, ended));
    }

    // Without the empty runs; a run without bounds is every day.
    private static IReadOnlyList<DayRun<Certainty>> NonEmpty(params DayRun<Certainty>?[] runs) =>
        [.. runs.OfType<DayRun<Certainty>>().Where(run => run.From is null || run.Until is null || run.From < run.Until)];

    private static EdtfDate? DateOf(string? edtf) => edtf is not null && EdtfDate.TryParse(edtf, out var date, out _) ? date : null;
}
