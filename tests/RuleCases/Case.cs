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
                [.. List(json, "episodes").Select(EpisodeOf)],
                [.. List(json, "loose").Where(one => Optional(one, "at") is not null).Select(LooseOf)]
            ),
            Optional(json, "recordDate")?.GetInt64(),
            json.GetProperty("days")[0].GetInt64(),
            json.GetProperty("days")[1].GetInt64(),
            [.. List(json, "windows").Select(window => (window[0].GetInt64(), window[1].GetInt64()))]
        );

    private static LifeStatements[] LivesOf(JsonElement json) =>
        json.TryGetProperty("lives", out _)
            ? [.. List(json, "lives").Select(life => new LifeStatements(Id(life), StatementsOf(life)))]
            : [new LifeStatements(Resolution.LifeId, Optional(json, "life") is { } life ? StatementsOf(life) : Statements.None)];

    private static LooseAttestation LooseOf(JsonElement json) =>
        new(Id(json), DateOf(json, "at")!.Days, [.. List(json, "of").Select(id => id.GetString()!)]);

    private static EpisodeStatements EpisodeOf(JsonElement json) =>
        new(
            Id(json),
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
            Optional(json, "seat")?.GetString(),
            StatementsOf(json),
            Optional(json, "after")?.GetString()
        );

    private static Statements StatementsOf(JsonElement json) =>
        new(
            [.. List(json, "claims").Select(claim => new Claim(Id(claim), DateOf(claim, "start"), EndOf(claim)))],
            [.. List(json, "attestations").Select(AttestationOf)],
            [.. List(json, "denials").Select(denial => new Denial(Id(denial), Optional(denial, "denies")?.GetString() == "end"))],
            [.. List(json, "setAside").Select(SetAsideOf)]
        );

    private static ClaimEnd? EndOf(JsonElement claim) =>
        Optional(claim, "end") is { ValueKind: JsonValueKind.String } ? ClaimEnd.Open
        : Optional(claim, "end") is { ValueKind: JsonValueKind.Object } end && end.TryGetProperty("starts", out var starts)
            ? ClaimEnd.WithNextStart(DayRanges.Of(starts.EnumerateArray().Select(range => (BoundOf(range[0]), BoundOf(range[1])))))
        : DateOf(claim, "end") is { } date ? ClaimEnd.On(date)
        : null;

    private static Attestation AttestationOf(JsonElement json)
    {
        var (from, to) = DateOf(json, "at") is { } at ? (at, at) : (DateOf(json, "from")!, DateOf(json, "to")!);
        return new Attestation(Id(json), from.Days, to.Days, from.IsMask);
    }

    private static SetAside SetAsideOf(JsonElement json)
    {
        var bounds = List(json, "bounds").Select(bound => bound.GetString()).ToArray();
        return new SetAside(Id(json), bounds is [] || bounds.Contains("start"), bounds is [] || bounds.Contains("end"));
    }

    private static ClaimDate? DateOf(JsonElement json, string name) =>
        Optional(json, name) is not { } date ? null
        : date.ValueKind == JsonValueKind.Array ? new ClaimDate(RangeOf(date))
        : date.TryGetProperty("mask", out var hull) ? new ClaimDate(RangeOf(hull), IsMask: true)
        : new ClaimDate(DayRanges.OfDays(date.GetProperty("days").EnumerateArray().Select(day => day.GetInt64())));

    private static DayRanges RangeOf(JsonElement range) => DayRanges.Between(BoundOf(range[0]), BoundOf(range[1]));

    private static long? BoundOf(JsonElement bound) => bound.ValueKind == JsonValueKind.Null ? null : bound.GetInt64();

    private static string Id(JsonElement json) => json.GetProperty("id").GetString()!;

    private static JsonElement? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement.ArrayEnumerator List(JsonElement json, string name) =>
        Optional(json, name) is { } list ? list.EnumerateArray() : default;
}
