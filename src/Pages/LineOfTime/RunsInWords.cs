using ArtsakhLedger.RulesOfTime;
using Day = Edtf.Day;

namespace ArtsakhLedger.Pages.LineOfTime;

/// <summary>Runs of days in English.</summary>
public static class RunsInWords
{
    /// <summary>All of them: "certainly from 31 December 1993 to 31 December 1996; possibly …"; what is certain first.</summary>
    public static string Of(IEnumerable<DayRun<Certainty>> runs)
    {
        var phrases = runs.GroupBy(run => run.Value)
            .OrderByDescending(same => same.Key)
            .Select(same => $"{(same.Key == Certainty.Certain ? "certainly" : "possibly")} {string.Join(" and ", same.Select(Days))}")
            .ToList();
        return phrases.Count == 0 ? "on no day" : string.Join("; ", phrases);
    }

    /// <summary>A day as ISO 8601 has it; the last one that can be named, where it lies beyond.</summary>
    public static string Iso(long number) => Named(number).ToString();

    /// <inheritdoc cref="DaysInWords.InEdtf"/>
    public static string InEdtf(long number) => Named(number).InEdtf();

    /// <inheritdoc cref="Iso"/>
    public static string? IsoOrNull(long? number) => number is { } day ? Iso(day) : null;

    /// <summary>A day: "31 December 1993".</summary>
    public static string OfDay(long number) => Named(number).InEnglish();

    private static Day Named(long number) => Day.FromNumber(Math.Clamp(number, Day.MinValue.Number, Day.MaxValue.Number));

    private static string Days(DayRun<Certainty> run) =>
        (run.From, run.Until) switch
        {
            (null, null) => "on any day",
            ({ } from, null) => $"from {OfDay(from)} on",
            (null, { } until) => $"up to {OfDay(until - 1)}",
            ({ } from, { } until) when until == from + 1 => $"on {OfDay(from)}",
            ({ } from, { } until) => $"from {OfDay(from)} to {OfDay(until - 1)}",
        };
}
