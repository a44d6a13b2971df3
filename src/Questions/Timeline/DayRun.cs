using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Timeline;

/// <summary>Days in a row on which something held equally surely.</summary>
/// <param name="Certainty">Certain or possible: days on which it did not hold are in no run.</param>
/// <param name="From">The number of the first day; null where it is unbounded.</param>
/// <param name="Until">The number of the day after the last; null where it is unbounded.</param>
public sealed record DayRun(Certainty Certainty, long? From, long? Until)
{
    /// <summary>Whether a day from first to last is one of the run.</summary>
    public bool Overlaps(long first, long last) => !(From > last) && !(Until <= first);

    /// <summary>The runs of what has a certainty for every day.</summary>
    /// <param name="on">How surely it held on a day.</param>
    /// <param name="changes">Every day on which that may differ from the day before, in any order.</param>
    public static IReadOnlyList<DayRun> Of(Func<long, Certainty> on, IEnumerable<long> changes)
    {
        var days = changes.Where(day => day is >= DayRanges.FirstDay and <= DayRanges.LastDay).Distinct().Order().ToList();
        var runs = new List<DayRun>();
        for (var i = -1; i < days.Count; i++)
        {
            var certainty = on(
                i >= 0 ? days[i]
                : days.Count > 0 ? days[0] - 1
                : 0
            );
            var run = new DayRun(certainty, i < 0 ? null : days[i], i + 1 < days.Count ? days[i + 1] : null);
            if (runs.Count > 0 && runs[^1].Certainty == certainty)
            {
                runs[^1] = runs[^1] with { Until = run.Until };
            }
            else
            {
                runs.Add(run);
            }
        }

        runs.RemoveAll(run => run.Certainty is Certainty.Not or Certainty.NoRecord);
        return runs;
    }
}
