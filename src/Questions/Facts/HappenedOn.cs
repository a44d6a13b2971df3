using System.Text.Json.Serialization;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime.Happenings;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Facts;

/// <summary>When something that only happened did, by all who say so: the fact and its corroborations. Their dates that can all be true are one reading; several
/// readings are rival dates.</summary>
public sealed record HappenedOn
{
    /// <summary>The days that the readings leave, in EDTF; null where nobody says when.</summary>
    [JsonPropertyName("edtf")]
    public EdtfDate? Date { get; private init; }

    /// <summary>The earliest day; null where unbounded.</summary>
    public Day? Earliest { get; private init; }

    /// <summary>The latest day; null where unbounded.</summary>
    public Day? Latest { get; private init; }

    /// <summary>The rival dates, each with the facts that give it; none if all can be true.</summary>
    public IReadOnlyList<DateOfHappening> Rivals { get; private init; } = [];

    /// <summary>The date of a fact; of one that tells of something that holds for a time, its own.</summary>
    /// <param name="recorded">The fact.</param>
    /// <param name="facts">The facts as known, with everything about it.</param>
    /// <param name="standings">How far sources are relied on; what a noted one says does not count beside others. Null to count all.</param>
    public static HappenedOn Of(RecordedFact recorded, FactsAsKnown facts, SourceStandings? standings = null)
    {
        var own = recorded.Fact.Date;
        if (facts.LinksOf(recorded.Fact).Any())
        {
            return new HappenedOn { Date = own }.Bounded();
        }

        var said = facts
            .OpinionsOn(recorded.Fact.Id)
            .Where(opinion => opinion.Fact is FactCorroborated { Date: not null })
            .Prepend(recorded)
            .ToList();
        var counted = said.FindAll(one => standings is null || !one.Fact.Sources().All(standings.IsOnlyNoted));
        return OfDates(counted.Count > 0 ? counted : said);
    }

    private static HappenedOn OfDates(List<RecordedFact> said)
    {
        if (said.ConvertAll(one => one.Fact.Date).Distinct().ToList() is [var only])
        {
            return new HappenedOn { Date = only }.Bounded();
        }

        var days = DatesAsDays.For(said.Select(one => one.Fact.Date));
        var dates = DatesOfHappening.Of([
            .. said.Select(one => one.Fact.Date is { } date ? days.DayRangesOf(date) : RulesOfTime.DayRanges.Everything),
        ]);
        List<DateOfHappening> readings =
        [
            .. from reading in dates.Readings
            let facts = reading.Select(place => said[place].Fact).ToList()
            select new DateOfHappening(ClaimedDates.Together(facts.Select(fact => fact.Date)), [.. facts.Select(fact => fact.Id)]),
        ];
        var (earliest, latest) = (DayOf(dates.Days.Earliest), DayOf(dates.Days.Latest));
        return new()
        {
            Date = OneOf(readings, earliest, latest),
            Earliest = earliest,
            Latest = latest,
            Rivals = readings.Count > 1 ? readings : [],
        };
    }

    /// <summary>One date for the readings: the only one, one of several, or the days between the first and the last.</summary>
    private static EdtfDate? OneOf(List<DateOfHappening> readings, Day? earliest, Day? latest)
    {
        var dates = readings.Select(reading => reading.Edtf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return dates.Count == 1 && EdtfDate.TryParse(dates[0], out var only) ? only
            : EdtfDate.TryParse($"[{string.Join(',', dates)}]", out var one) ? one
            : EdtfDate.TryParse($"[{earliest}..{latest}]", out var between) ? between
            : null;
    }

    private HappenedOn Bounded() => this with { Earliest = Date?.Earliest, Latest = Date?.Latest };

    private static Day? DayOf(long? day) => day is { } number ? Day.FromDayNumber(number) : null;
}

/// <summary>One of several rival dates of a happening.</summary>
/// <param name="Edtf">The date in EDTF, that all the facts leave; null where none of them is dated.</param>
/// <param name="Facts">The ids of the facts that give it.</param>
public sealed record DateOfHappening(string? Edtf, IReadOnlyList<string> Facts);
