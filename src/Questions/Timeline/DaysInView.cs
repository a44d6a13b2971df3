using ArtsakhLedger.Asking;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.Timeline;

/// <summary>The days that a timeline chart shows: those asked for, or all days up to the bounds of what is in it, with some room on either
/// side.</summary>
public static class DaysInView
{
    private const int LeastRoom = 30;

    /// <summary>The first and the last day.</summary>
    public static (long First, long Last) Of(
        DayWindow asked,
        IEnumerable<DayRun<Certainty>> runs,
        IEnumerable<Happening> happenings,
        QueryDate? on
    )
    {
        var (from, to) = (asked.From?.First.DayNumber, asked.To?.Last.DayNumber);
        var (first, last) = (from ?? long.MaxValue, to ?? long.MinValue);
        foreach (
            var day in runs.SelectMany(run => new[] { run.From, run.Until - 1 })
                .Concat(happenings.SelectMany(happening => new[] { happening.Earliest, happening.Latest }))
                .Concat([on?.First.DayNumber, on?.Last.DayNumber, from, to])
                .OfType<long>()
                .Where(day => !(day < from) && !(day > to))
        )
        {
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        }

        if (first > last)
        {
            (first, last) = (0, 0);
        }

        var room = LeastRoom + ((last - first) / 50);
        return (from ?? Within(first - room), to ?? Within(last + room));
    }

    private static long Within(long day) => Math.Clamp(day, Day.MinValue.DayNumber, Day.MaxValue.DayNumber);
}
