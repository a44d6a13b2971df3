using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime.Happenings;
using Edtf;

namespace ArtsakhLedger.Facts;

/// <summary>When something happened, by all who say that it did: a fact and its corroborations.</summary>
/// <param name="Date">The days that are left, in EDTF; null if nobody dates it.</param>
/// <param name="Earliest">The first of these days; null where unbounded.</param>
/// <param name="Latest">The last of them; null where unbounded.</param>
/// <param name="Rivals">The dates that cannot all be true, each with those who give it; empty if all agree.</param>
public sealed record DatedHappening(EdtfDate? Date, Day? Earliest, Day? Latest, IReadOnlyList<RivalDate> Rivals)
{
    private DatedHappening(EdtfDate? date)
        : this(date, date?.Earliest, date?.Latest, []) { }

    /// <param name="fact">The fact.</param>
    /// <param name="facts">It and its corroborations, as known.</param>
    public static DatedHappening Of(Fact fact, FactsAsKnown facts)
    {
        var given = facts
            .OpinionsOn(fact.Id)
            .Where(opinion => opinion.Fact is FactCorroborated)
            .Select(opinion => opinion.Fact)
            .Prepend(fact)
            .Where(one => one.Date is not null)
            .Select(one => (one.Id, Date: one.Date!.Value))
            .ToList();

        // A term is no day on which something happened.
        return given.Count == 0 ? new(fact.Date)
            : fact.Date is { IsInterval: true } || given.Select(one => one.Date).Distinct().Count() == 1 ? new(fact.Date ?? given[0].Date)
            : OfAll([.. given.Where(one => !one.Date.IsInterval)]);
    }

    /// <summary>Whether some day on which it may have happened is in a window.</summary>
    public bool Overlaps(DayWindow window) =>
        window.IsEverything
        || Date is not null
            && !(Earliest > window.To?.Last)
            && !(Latest < window.From?.First)
            && (Rivals.Count == 0 ? window.Overlaps(Date) : Rivals.Any(rival => window.Overlaps(EdtfDate.Parse(rival.Date))));

    private static DatedHappening OfAll(IReadOnlyList<(string Id, EdtfDate Date)> given)
    {
        var bounds = given.SelectMany(one => new[] { one.Date.Earliest, one.Date.Latest }).OfType<Day>().ToList();
        var days = bounds.Count == 0 ? new DatesAsDays(default, default) : new DatesAsDays(bounds.Min(), bounds.Max());
        var dated = DatesOfHappening.Of([.. given.Select(one => days.DayRangesOf(one.Date))]);
        var readings = dated
            .Readings.Select(reading => new RivalDate(
                CommonDate.Of(reading.Select(place => (EdtfDate?)given[place].Date))!,
                [.. reading.Select(place => $"/facts/{given[place].Id}")]
            ))
            .OrderBy(reading => EdtfDate.Parse(reading.Date).Earliest?.DayNumber ?? long.MinValue)
            .ToList();
        var (earliest, latest) = (DayOf(dated.Days.Earliest), DayOf(dated.Days.Latest));
        return new(DateOf(readings, earliest, latest), earliest, latest, readings.Count > 1 ? readings : []);
    }

    // "[2016-03-02,2016-03-03]" where EDTF can write the rivals as one set, and otherwise all days from the first to the last.
    private static EdtfDate DateOf(List<RivalDate> readings, Day? earliest, Day? latest) =>
        readings is [var only] ? EdtfDate.Parse(only.Date)
        : EdtfDate.TryParse($"[{string.Join(',', readings.Select(reading => reading.Date.Trim('[', ']')))}]", out var set, out _) ? set
        : EdtfDate.Parse($"[{earliest}..{latest}]");

    private static Day? DayOf(long? number) => number is { } day ? Day.FromDayNumber(day) : null;
}

/// <summary>One of several dates of something that cannot all be true.</summary>
/// <param name="Date">The date, in EDTF.</param>
/// <param name="Facts">Links to the fact and the corroborations that give it.</param>
public sealed record RivalDate(string Date, IReadOnlyList<string> Facts);
