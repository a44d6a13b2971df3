using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>Converts EDTF dates to the day numbers that the rules of time work with.</summary>
/// <param name="First">The earliest day that any date of the polity's episodes names.</param>
/// <param name="Last">The latest.</param>
public sealed record DatesAsDays(Day First, Day Last)
{
    /// <summary>Every repeating mask has a day within eight years, even 29 February around a century that is not a leap year.</summary>
    private const int Margin = 8 * 366;

    private readonly Day from = First.AddDays(-Margin);
    private readonly Day to = Last.AddDays(Margin);

    /// <summary>The conversion for all that is told of a polity.</summary>
    public static DatesAsDays For(IEnumerable<ThingFacts> things) => For(things.SelectMany(DatesOf));

    /// <summary>The conversion for some dates.</summary>
    public static DatesAsDays For(IEnumerable<EdtfDate?> dates)
    {
        var days = dates
            .SelectMany(date => new[] { date?.Earliest, date?.Latest })
            .OfType<Day>()
            .DefaultIfEmpty(Day.FromDayNumber(0))
            .ToList();
        return new(days.Min(), days.Max());
    }

    /// <summary>Whether the days of one of the dates of a thing depend on the dates of others, as those of an unbounded mask do.</summary>
    public static bool DependOnOthers(ThingFacts thing) => DatesOf(thing).Any(DependsOnOthers);

    /// <summary>Converts a date of a claim.</summary>
    public ClaimDate ClaimDateOf(EdtfDate date) => new(DayRangesOf(date), date.HasUnspecifiedDigits);

    /// <summary>Converts a date.</summary>
    public DayRanges DayRangesOf(EdtfDate date)
    {
        var (earliest, latest) = (date.Earliest, date.Latest);
        if (date.IsInterval || date.Days.IsContiguous)
        {
            return DayRanges.Between(earliest?.DayNumber, latest?.DayNumber);
        }

        // A date with gaps: exact as far as days can matter, and without gaps beyond.
        var ranges = date
            .Days.RangesWithin(earliest ?? from, latest ?? to)
            .Select(range => ((long?)range.First.DayNumber, (long?)range.Last.DayNumber))
            .ToList();
        if (earliest is null)
        {
            ranges.Insert(0, (null, from.DayNumber - 1));
        }

        if (latest is null)
        {
            ranges.Add((to.DayNumber + 1, null));
        }

        return DayRanges.Of(ranges);
    }

    private static bool DependsOnOthers(EdtfDate? given) =>
        given is { } date
        && (
            date.IsInterval
                ? DependsOnOthers(date.Start) || DependsOnOthers(date.End)
                : !date.Days.IsContiguous && (date.Earliest is null || date.Latest is null)
        );

    private static IEnumerable<EdtfDate?> DatesOf(ThingFacts thing) =>
        from entry in thing.Told
        let date = entry.Entry.Fact.Date
        from bound in date is { IsInterval: true } term ? new[] { term.Start, term.End } : [date]
        select bound;
}
