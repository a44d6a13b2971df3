using ArtsakhLedger.RuleCases;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>
/// Small polities drawn from a seed: rivals, denials, shared seats, masks, dates with gaps, things set aside, and terms that do not fit
/// the polity's life. The same seed gives the same polity.
/// </summary>
internal sealed class GeneratedCase
{
    private readonly Random random;
    private readonly int lastDay;
    private readonly bool inFormat;
    private int statements;

    private GeneratedCase(int seed, bool inFormat)
    {
        this.inFormat = inFormat;
        random = new Random(seed);
        lastDay = random.Next(6, 12);
    }

    public static Case Of(int seed) => new GeneratedCase(seed, inFormat: false).Draw();

    /// <summary>Without dates that the format of cases has no word for: gaps in what is unbounded.</summary>
    public static Case InFormat(int seed) => new GeneratedCase(seed, inFormat: true).Draw();

    private Case Draw()
    {
        var mostlyPosts = Chance(50);
        var life = DrawStatements(isLife: true);
        var episodes = Enumerable
            .Range(1, random.Next(0, 4))
            .Select(i =>
            {
                var nature = mostlyPosts && Chance(75) ? Nature.Post : (Nature)random.Next((int)Nature.Post, (int)Nature.Free + 1);
                var seat = nature == Nature.Post && Chance(80) ? "minister" : null;
                return new EpisodeStatements($"e{i}", nature, seat, DrawStatements(isLife: false));
            });
        long? recordDate = Chance(30) ? null : random.Next(0, lastDay + 3);
        return new Case(new PolityStatements(life, [.. episodes]), recordDate, -1, lastDay + 2, [DrawWindow(), DrawWindow(), DrawWindow()]);
    }

    private Statements DrawStatements(bool isLife)
    {
        var claims = Enumerable.Range(0, random.Next(isLife ? 1 : 0, 3)).Select(_ => DrawClaim()).ToArray();
        var attestations = Enumerable.Range(0, Chance(35) ? random.Next(1, 3) : 0).Select(_ => DrawAttestation()).ToArray();
        var denials = Chance(15) ? new[] { new Denial(NextId("d"), Chance(50)) } : [];
        return new Statements(claims, attestations, denials, Chance(15) ? DrawSetAside(claims, attestations, denials) : []);
    }

    private Claim DrawClaim()
    {
        var (start, end) = (Chance(80) ? DrawDate() : null, Chance(55) ? DrawDate() : null);
        if (start?.Days.Earliest > end?.Days.Latest && Chance(80))
            (start, end) = (end, start);
        return new Claim(
            NextId("c"),
            start,
            end is not null ? ClaimEnd.On(end)
                : Chance(50) ? ClaimEnd.Open
                : null
        );
    }

    private Attestation DrawAttestation()
    {
        var from = DrawDate().Days;
        return new Attestation(NextId("a"), from, Chance(70) ? from : DrawDate().Days);
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

    private long Day() => random.Next(0, lastDay + 1);

    private bool Chance(int percent) => random.Next(100) < percent;

    private string NextId(string kind) => $"{kind}{++statements}";
}
