using ArtsakhLedger.InFull;
using ArtsakhLedger.RulesOfTime;
using EdtfDate = Edtf.EdtfDate;

namespace ArtsakhLedger.Pages.EpisodeInFull;

/// <summary>The days that one claim by itself leaves: certain between its bounds, possible where they are not exact. A picture of what a source says, not of what held.</summary>
public static class ClaimedRuns
{
    public static IReadOnlyList<DayRun<Certainty>> Of(ClaimAnswer claim)
    {
        var start = DateOf(claim.Start);
        var (begins, begun) = (start?.Earliest?.Number, start?.Latest?.Number);
        if (claim.End == "..")
        {
            return Joined(new(Certainty.Possible, begins, begun), begun is null ? null : new(Certainty.Certain, begun, null));
        }

        if (DateOf(claim.End) is not { } end)
        {
            // Silent on the end, or without a date for it: the start vouches for its own day alone.
            return Joined(
                new(Certainty.Possible, begins, begun),
                begun is null ? null : new(Certainty.Certain, begun, begun + 1),
                begun is null ? null : new(Certainty.Possible, begun + 1, null)
            );
        }

        var (ends, ended) = (end.Earliest?.Number, end.Latest?.Number);
        return begun < ends
            ? Joined(new(Certainty.Possible, begins, begun), new(Certainty.Certain, begun, ends), new(Certainty.Possible, ends, ended))
            : Joined(new DayRun<Certainty>(Certainty.Possible, begins, ended));
    }

    /// <summary>What is not empty. A source that gives neither bound leaves any day.</summary>
    private static IReadOnlyList<DayRun<Certainty>> Joined(params DayRun<Certainty>?[] runs) =>
        [.. runs.OfType<DayRun<Certainty>>().Where(run => run.From is null || run.Until is null || run.From < run.Until)];

    private static EdtfDate? DateOf(string? edtf) => edtf is not null && EdtfDate.TryParse(edtf, out var date, out _) ? date : null;
}
