using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>Finds the days on which an episode only possibly held, and why.</summary>
public static class OnlyPossibleDays
{
    /// <summary>The runs of days with one reason, in order.</summary>
    public static IReadOnlyList<DayRun<Basis>> Of(PolityAsKnown known, Episode episode)
    {
        var recordDate = known.RecordDate.DayNumber;
        var resolved = known.ResolvedOf(episode);
        var runs =
            episode.Nature == Nature.Life
                ? new DayCuts(known.Resolution.Frame.ExistenceChangePoints, recordDate).Runs(day =>
                    resolved.On(day) == Certainty.Not ? null : known.Resolution.ExistenceBasisOn(day, recordDate)
                )
                : new DayCuts(resolved.ChangePoints(), recordDate).Runs(day => resolved.BasisOn(day, recordDate));
        return [.. runs.SelectMany(run => run.Value is { } basis ? new[] { new DayRun<Basis>(basis, run.From, run.Until) } : [])];
    }
}
