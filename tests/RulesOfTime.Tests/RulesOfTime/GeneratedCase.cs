using ArtsakhLedger.RuleCases;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>
/// Small polities drawn from a seed: several lives and periods, rivals, denials, shared seats, masks, dates with gaps, things set aside,
/// attestations that may lie in several periods, and terms that do not fit the polity's lives. The same seed gives the same polity.
/// </summary>
internal sealed class GeneratedCase
{
    private readonly Random random;
    private readonly int lastDay;
    private readonly bool inFormat;
    private int statements;
    private int firstDrawn;
    private int lastDrawn;

    private GeneratedCase(int seed, bool inFormat)
    {
        this.inFormat = inFormat;
        random = new Random(seed);
        lastDay = lastDrawn = random.Next(6, 12);
    }

    public static Case Of(int seed) => new GeneratedCase(seed, inFormat: false).Draw();

    /// <summary>Without dates that the format of cases has no word for: gaps in what is unbounded.</summary>
    public static Case InFormat(int seed) => new GeneratedCase(seed, inFormat: true).Draw();

    private Case Draw()
    {
        var mostlyPosts = Chance(50);
        var lives = Enumerable
            .Range(1, DrawNumberOfPeriods())
            .Select(i => i == 1 ? Resolution.LifeId : $"{Resolution.LifeId}/{i}")
            .ToArray();
        var livesSaid = lives.Select((id, place) => new LifeStatements(id, DrawStatements(place, lives.Length, fewest: 1))).ToArray();
        var things = Enumerable.Range(1, random.Next(0, lives.Length > 1 ? 3 : 4)).Select(i => DrawThing($"e{i}", mostlyPosts)).ToArray();
        long? recordDate = Chance(30) ? null : random.Next(0, lastDay + 3);
        return new Case(
            new PolityStatements(
                livesSaid,
                [.. things.SelectMany(periods => periods)],
                [.. things.Select(periods => periods.Select(period => period.Id).ToArray()).Append(lives).SelectMany(DrawLoose)]
            ),
            recordDate,
            -1,
            lastDay + 2,
            [DrawWindow(), DrawWindow(), DrawWindow()]
        );
    }

    private EpisodeStatements[] DrawThing(string id, bool mostlyPosts)
    {
        var nature = mostlyPosts && Chance(75) ? Nature.Post : (Nature)random.Next((int)Nature.Post, (int)Nature.LastingFree + 1);
        var seat = nature == Nature.Post && Chance(80) ? "minister" : null;
        var ids = Enumerable.Range(1, DrawNumberOfPeriods()).Select(i => i == 1 ? id : $"{id}/{i}").ToArray();
        return
        [
            .. ids.Select(
                (period, place) =>
                    new EpisodeStatements(
                        period,
                        nature,
                        Chance(95) ? seat : null,
                        DrawStatements(place, ids.Length, fewest: 0),
                        place == 0 ? null : ids[place - 1]
                    )
            ),
        ];
    }

    private IEnumerable<LooseAttestation> DrawLoose(string[] periods) =>
        periods.Length > 1 && Chance(25)
            ? [new LooseAttestation(NextId("l"), Chance(70) ? DayRanges.Day(Day()) : DrawDate().Days, periods)]
            : [];

    private int DrawNumberOfPeriods() =>
        random.Next(100) switch
        {
            < 55 => 1,
            < 90 => 2,
            _ => 3,
        };

    /// <summary>What is said of one of some periods: mostly of days in its part of the calendar, so that they may come in order.</summary>
    private Statements DrawStatements(int place, int periods, int fewest)
    {
        var part = (lastDay + 1) / periods;
        (firstDrawn, lastDrawn) = Chance(85) ? (place * part, place == periods - 1 ? lastDay : ((place + 1) * part) + 1) : (0, lastDay);
        var claims = Enumerable.Range(0, random.Next(fewest, 3)).Select(_ => DrawClaim(isFollowed: place < periods - 1)).ToArray();
        var attestations = Enumerable.Range(0, Chance(35) ? random.Next(1, 3) : 0).Select(_ => DrawAttestation()).ToArray();
        var denials = Chance(15) ? new[] { new Denial(NextId("d"), Chance(50)) } : [];
        return new Statements(claims, attestations, denials, Chance(15) ? DrawSetAside(claims, attestations, denials) : []);
    }

    private Claim DrawClaim(bool isFollowed)
    {
        var (start, end) = (Chance(80) ? DrawDate() : null, Chance(55) ? DrawDate() : null);
        if (start?.Days.Earliest > end?.Days.Latest && Chance(80))
            (start, end) = (end, start);
        return new Claim(
            NextId("c"),
            start,
            isFollowed && Chance(15)
                    ? ClaimEnd.WithNextStart(DayRanges.Between(lastDrawn - random.Next(0, 3), lastDrawn + random.Next(0, 3)))
                : end is not null ? ClaimEnd.On(end)
                : Chance(50) ? ClaimEnd.Open
                : null
        );
    }

    private Attestation DrawAttestation()
    {
        var from = DrawDate();
        return new Attestation(NextId("a"), from.Days, Chance(70) ? from.Days : DrawDate().Days, from.IsMask);
    }

    private SetAside[] DrawSetAside(Claim[] claims, Attestation[] attestations, Denial[] denials)
    {
        var ids = claims
            .Select(claim => claim.Id)
            .Concat(attestations.Select(one => one.Id))
            .Concat(denials.Select(one => one.Id))
            .ToArray();
        if (ids.Length == 0)
            return [];
        var (start, end) = (Chance(60), Chance(60));
        return [new SetAside(ids[random.Next(ids.Length)], start || !end, end)];
    }

    private ClaimDate DrawDate()
    {
        var (day, length) = (Day(), random.Next(1, 5));
        return random.Next(100) switch
        {
            < 45 => new ClaimDate(DayRanges.Day(day)),
            < 65 => new ClaimDate(DayRanges.Between(day, day + length)),
            < 71 => new ClaimDate(DayRanges.Between(null, day)),
            < 76 => new ClaimDate(DayRanges.Between(day, null)),
            < 80 => new ClaimDate(DayRanges.Everything),
            < 90 => new ClaimDate(DayRanges.OfDays([day, Day(), Day()])),
            < 92 when !inFormat => new ClaimDate(DayRanges.Of([(null, day), (day + 1 + length, null)])),
            _ => new ClaimDate(DayRanges.Between(day, day + length), IsMask: true),
        };
    }

    private (long First, long Last) DrawWindow()
    {
        var (one, other) = (random.Next(-2, lastDay + 4), random.Next(-2, lastDay + 4));
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private long Day() => random.Next(firstDrawn, lastDrawn + 1);

    private bool Chance(int percent) => random.Next(100) < percent;

    private string NextId(string kind) => $"{kind}{++statements}";
}
