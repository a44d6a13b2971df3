using ArtsakhLedger.RulesOfTime;
using Day = Edtf.Day;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Runs of days in English.</summary>
internal static class RunsInWords
{
    /// <summary>The runs, the certain ones first: "certainly from 31 December 1993 to 31 December 1996; possibly …".</summary>
    public static string Of(IEnumerable<DayRun<Certainty>> runs)
    {
        var phrases = runs.GroupBy(run => run.Value)
            .OrderByDescending(same => same.Key)
            .Select(same => $"{(same.Key == Certainty.Certain ? "certainly" : "possibly")} {string.Join(" and ", same.Select(Days))}")
            .ToList();
        return phrases.Count == 0 ? "on no day" : string.Join("; ", phrases);
    }

    /// <summary>A day in ISO 8601; the first or last one that exists where the number lies beyond.</summary>
    public static string Iso(long number) => DayOf(number).ToString();

    /// <inheritdoc cref="DaysInWords.InEdtf"/>
    public static string InEdtf(long number) => DayOf(number).InEdtf();

    /// <inheritdoc cref="Iso"/>
    public static string? IsoOrNull(long? number) => number is { } day ? Iso(day) : null;

    /// <summary>A day: "31 December 1993".</summary>
    public static string OfDay(long number) => DayOf(number).InEnglish();

    private static Day DayOf(long number) => Day.FromDayNumber(Math.Clamp(number, Day.MinValue.DayNumber, Day.MaxValue.DayNumber));

    /// <summary>The days of a run: "from 31 December 1993 to 31 December 1996".</summary>
    public static string Days<T>(DayRun<T> run) =>
        (run.From, run.Until) switch
        {
            (null, null) => "on any day",
            ({ } from, null) => $"from {OfDay(from)} on",
            (null, { } until) => $"up to {OfDay(until - 1)}",
            ({ } from, { } until) when until == from + 1 => $"on {OfDay(from)}",
            ({ } from, { } until) => $"from {OfDay(from)} to {OfDay(until - 1)}",
        };
}
