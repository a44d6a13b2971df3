using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>Turns EDTF dates into the day sets that the rules of time work on.</summary>
/// <param name="First">The earliest bounded day that anything about the polity names.</param>
/// <param name="Last">The latest.</param>
public sealed record DatesAsDays(Day First, Day Last)
{
    /// <summary>Eight years on either side hold a member of every mask that repeats, 29 February over a missing leap year included.</summary>
    private const int Room = 8 * 366;

    private readonly Day from = First.AddDays(-Room);
    private readonly Day to = Last.AddDays(Room);

    /// <summary>The conversion for all the episodes of a polity.</summary>
    public static DatesAsDays For(IEnumerable<Episode> episodes)
    {
        var dates = episodes.SelectMany(episode =>
            episode
                .Claims.SelectMany(claim => new[] { claim.Start, claim.End })
                .Concat(episode.Attestations.Select(attestation => attestation.Date))
        );
        var days = dates
            .SelectMany(date => new[] { date?.Earliest, date?.Latest })
            .OfType<Day>()
            .DefaultIfEmpty(Day.FromNumber(0))
            .ToList();
        return new(days.Min(), days.Max());
    }

    /// <summary>Whether an episode has dates of which the days depend on how far the dates of others reach.</summary>
    public static bool DependOnOthers(Episode episode) =>
        episode.Claims.Any(claim => DependsOnOthers(claim.Start) || DependsOnOthers(claim.End))
        || episode.Attestations.Any(attestation => DependsOnOthers(attestation.Date));

    public ClaimDate ClaimDateOf(EdtfDate date) => new(DaySetOf(date), date.HasUnspecifiedDigits);

    public DayRanges DaySetOf(EdtfDate date)
    {
        var (earliest, latest) = (date.Earliest, date.Latest);
        if (date.IsInterval || date.Days.IsContiguous)
        {
            return DayRanges.Between(earliest?.Number, latest?.Number);
        }

        // A date with gaps: its members as far as they can matter, and what lies beyond as if without gaps.
        var ranges = date
            .Days.RangesWithin(earliest ?? from, latest ?? to)
            .Select(range => ((long?)range.First.Number, (long?)range.Last.Number))
            .ToList();
        if (earliest is null)
        {
            ranges.Insert(0, (null, from.Number - 1));
        }

        if (latest is null)
        {
            ranges.Add((to.Number + 1, null));
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
}
