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
                json.TryGetProperty("life", out var life) ? StatementsOf(life) : Statements.None,
                [.. List(json, "episodes").Select(EpisodeOf)]
            ),
            Optional(json, "recordDate")?.GetInt64(),
            json.GetProperty("days")[0].GetInt64(),
            json.GetProperty("days")[1].GetInt64(),
            [.. List(json, "windows").Select(window => (window[0].GetInt64(), window[1].GetInt64()))]
        );

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
                var unknown => throw new FormatException($"No nature is called '{unknown}'."),
            },
            Optional(json, "seat")?.GetString(),
            StatementsOf(json)
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
        : DateOf(claim, "end") is { } date ? ClaimEnd.On(date)
        : null;

    private static Attestation AttestationOf(JsonElement json) =>
        DateOf(json, "at") is { } at
            ? new Attestation(Id(json), at.Days, at.Days)
            : new Attestation(Id(json), DateOf(json, "from")!.Days, DateOf(json, "to")!.Days);

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
