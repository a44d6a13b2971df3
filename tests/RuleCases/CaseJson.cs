using System.Text.Json.Nodes;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.RuleCases;

/// <summary>Writes a case as <see cref="Case.Of"/> reads it.</summary>
public static class CaseJson
{
    /// <exception cref="NotSupportedException">The format has no word for a date with gaps that is unbounded.</exception>
    public static JsonObject ToJson(this Case asked) =>
        new()
        {
            ["recordDate"] = asked.RecordDate,
            ["lives"] = ListOf(asked.Said.Lives, LifeOf),
            ["episodes"] = ListOf(asked.Said.Episodes, EpisodeOf),
            ["loose"] = ListOf(asked.Said.Loose, LooseOf),
            ["days"] = new JsonArray(asked.FirstDay, asked.LastDay),
            ["windows"] = ListOf(asked.Windows, window => new JsonArray(window.First, window.Last)),
        };

    private static JsonObject LifeOf(LifeStatements life)
    {
        var json = JsonOf(life.Statements);
        json["id"] = life.Id;
        return json;
    }

    private static JsonObject LooseOf(LooseAttestation loose) =>
        new()
        {
            ["id"] = loose.Id,
            ["at"] = DaysOf(loose.At),
            ["of"] = ListOf(loose.Of, id => JsonValue.Create(id)),
        };

    private static JsonObject EpisodeOf(EpisodeStatements episode)
    {
        var json = JsonOf(episode.Statements);
        json["id"] = episode.Id;
        json["nature"] = episode.Nature switch
        {
            Nature.Post => "post",
            Nature.Institution => "institution",
            Nature.Carried => "carried",
            Nature.LastingCarried => "lasting-carried",
            Nature.Others => "others",
            Nature.Free => "free",
            Nature.LastingFree => "lasting-free",
            _ => throw new NotSupportedException($"{episode.Nature} is not the nature of an episode."),
        };
        json["seat"] = episode.Seat;
        json["after"] = episode.After;
        return json;
    }

    private static JsonObject JsonOf(Statements said) =>
        new()
        {
            ["claims"] = ListOf(
                said.Claims,
                claim => new JsonObject
                {
                    ["id"] = claim.Id,
                    ["start"] = DateOf(claim.Start),
                    ["end"] = EndOf(claim.End),
                }
            ),
            ["attestations"] = ListOf(said.Attestations, AttestationOf),
            ["denials"] = ListOf(
                said.Denials,
                denial => denial.OfEnd ? new JsonObject { ["id"] = denial.Id, ["denies"] = "end" } : new JsonObject { ["id"] = denial.Id }
            ),
            ["setAside"] = ListOf(said.SetAside, aside => new JsonObject { ["id"] = aside.Id, ["bounds"] = BoundsOf(aside) }),
        };

    private static JsonObject AttestationOf(Attestation attestation)
    {
        var (from, to) = (DateOf(new ClaimDate(attestation.From, attestation.FromIsMask)), DaysOf(attestation.To));
        return attestation.From.Equals(attestation.To)
            ? new() { ["id"] = attestation.Id, ["at"] = from }
            : new()
            {
                ["id"] = attestation.Id,
                ["from"] = from,
                ["to"] = to,
            };
    }

    private static JsonArray BoundsOf(SetAside aside) =>
        aside switch
        {
            { Start: true, End: true } => ["start", "end"],
            { Start: true } => ["start"],
            _ => ["end"],
        };

    private static JsonNode? EndOf(ClaimEnd? end) =>
        end is { IsOpen: true } ? JsonValue.Create("open")
        : end is { IsNextStart: true }
            ? new JsonObject { ["starts"] = ListOf(end.Date!.Days.Ranges, range => new JsonArray(range.First, range.Last)) }
        : DateOf(end?.Date);

    private static JsonNode? DateOf(ClaimDate? date) =>
        date is null ? null
        : date.IsMask ? new JsonObject { ["mask"] = DaysOf(date.Days) }
        : DaysOf(date.Days);

    private static JsonNode DaysOf(DayRanges days) =>
        days.Ranges switch
        {
            [var (first, last)] => new JsonArray(first, last),
            _ when days is { Earliest: not null, Latest: not null } => new JsonObject
            {
                ["days"] = ListOf(days.Ranges.SelectMany(EveryDay), day => JsonValue.Create(day)),
            },
            _ => throw new NotSupportedException($"The format of cases has no word for {days}."),
        };

    private static IEnumerable<long> EveryDay((long? First, long? Last) range)
    {
        for (var day = range.First!.Value; day <= range.Last; day++)
            yield return day;
    }

    private static JsonArray ListOf<T>(IEnumerable<T> items, Func<T, JsonNode> json) => [.. items.Select(json)];
}
