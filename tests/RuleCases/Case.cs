using System.Text.Json;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.RuleCases;

/// <summary>A case: what sources say of a polity, and the days and windows asked.</summary>
public sealed record Case(
    PolityStatements Said,
    long? RecordDate,
    long FirstDay,
    long LastDay,
    IReadOnlyList<(long First, long Last)> Windows
)
{
    /// <summary>Reads a case as JSON writes it.</summary>
    public static Case Of(JsonElement json) =>
        new(
            new PolityStatements(
                LivesOf(json),
                [.. json.List("episodes").Select(EpisodeOf)],
                [.. json.List("loose").Where(one => one.Optional("at") is not null).Select(LooseOf)]
            ),
            json.Optional("recordDate")?.GetInt64(),
            json.GetProperty("days")[0].GetInt64(),
            json.GetProperty("days")[1].GetInt64(),
            [.. json.List("windows").Select(window => (window[0].GetInt64(), window[1].GetInt64()))]
        );

    private static LifeStatements[] LivesOf(JsonElement json) =>
        json.TryGetProperty("lives", out _)
            ? [.. json.List("lives").Select(life => new LifeStatements(life.Id(), StatementsOf(life)))]
            : [new LifeStatements(Resolution.LifeId, json.Optional("life") is { } life ? StatementsOf(life) : Statements.None)];

    private static LooseAttestation LooseOf(JsonElement json) =>
        new(json.Id(), json.DateOf("at")!.Days, [.. json.List("of").Select(id => id.GetString()!)]);

    private static EpisodeStatements EpisodeOf(JsonElement json) =>
        new(
            json.Id(),
            json.GetProperty("nature").GetString() switch
            {
                "post" => Nature.Post,
                "institution" => Nature.Institution,
                "carried" => Nature.Carried,
                "lasting-carried" => Nature.LastingCarried,
                "others" => Nature.Others,
                "free" => Nature.Free,
                "lasting-free" => Nature.LastingFree,
                var unknown => throw new FormatException($"No nature is called '{unknown}'."),
            },
            json.Optional("seat")?.GetString(),
            StatementsOf(json),
            json.Optional("after")?.GetString()
        );

    private static Statements StatementsOf(JsonElement json) =>
        new(
            [.. json.List("claims").Select(claim => new Claim(claim.Id(), claim.DateOf("start"), claim.EndOf()))],
            [.. json.List("attestations").Select(AttestationOf)],
            [.. json.List("denials").Select(denial => new Denial(denial.Id(), denial.Optional("denies")?.GetString() == "end"))],
            [.. json.List("setAside").Select(aside => aside.SetAsideOf("id"))]
        );

    private static Attestation AttestationOf(JsonElement json)
    {
        var (from, to) = json.DateOf("at") is { } at ? (at, at) : (json.DateOf("from")!, json.DateOf("to")!);
        return new Attestation(json.Id(), from.Days, to.Days, from.IsMask);
    }
}
