using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Timeline;
using Day = Edtf.Day;
using EdtfDate = Edtf.EdtfDate;

namespace ArtsakhLedger.Pages.LineOfTime;

/// <summary>Runs of days in English.</summary>
public static class RunsInWords
{
    /// <summary>All of them: "certainly from 31 December 1993 to 31 December 1996; possibly …"; what is certain first.</summary>
    public static string Of(IEnumerable<DayRun> runs)
    {
        var phrases = runs.GroupBy(run => run.Certainty).OrderByDescending(same => same.Key)
            .Select(same => $"{(same.Key == Certainty.Certain ? "certainly" : "possibly")} {string.Join(" and ", same.Select(Days))}").ToList();
        return phrases.Count == 0 ? "on no day" : string.Join("; ", phrases);
    }

    /// <summary>A day as ISO 8601 has it; the last one that can be named, where it lies beyond.</summary>
    public static string Iso(long number) => Named(number).ToString();

    /// <summary>A day in EDTF; its year, which alone EDTF can write where it has more than four digits.</summary>
    public static string InEdtf(long number) => Named(number) is { Year: >= -9999 and <= 9999 } day ? day.ToString() : TimeAxis.EdtfYear(Named(number).Year);

    /// <inheritdoc cref="Iso"/>
    public static string? IsoOrNull(long? number) => number is { } day ? Iso(day) : null;

    /// <summary>A day: "31 December 1993"; as ISO 8601 has it where its year has more than four digits.</summary>
    public static string OfDay(long number)
    {
        var day = Named(number);
        return day.Year is >= -9999 and <= 9999 ? EdtfDate.Parse(day.ToString()).ToEnglish() : day.ToString();
    }

    private static Day Named(long number) => Day.FromNumber(Math.Clamp(number, Day.MinValue.Number, Day.MaxValue.Number));

    private static string Days(DayRun run) => (run.From, run.Until) switch
    {
        (null, null) => "on any day",
        ({ } from, null) => $"from {OfDay(from)} on",
        (null, { } until) => $"up to {OfDay(until - 1)}",
        ({ } from, { } until) when until == from + 1 => $"on {OfDay(from)}",
        ({ } from, { } until) => $"from {OfDay(from)} to {OfDay(until - 1)}",
    };
}
