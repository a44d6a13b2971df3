using System.Text.Json;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.RuleCases;

/// <summary>Reads the dates of a case.</summary>
internal static class CaseDates
{
    /// <summary>A member of JSON; null where it is left out or null.</summary>
    public static JsonElement? Optional(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The items of a list, which may be left out.</summary>
    public static JsonElement.ArrayEnumerator List(this JsonElement json, string name) =>
        json.Optional(name) is { } list ? list.EnumerateArray() : default;

    /// <summary>The id.</summary>
    public static string Id(this JsonElement json) => json.GetProperty("id").GetString()!;

    /// <summary>A date; null where it is left out or silent.</summary>
    public static ClaimDate? DateOf(this JsonElement json, string name) =>
        json.Optional(name) is not { } date ? null
        : date.ValueKind == JsonValueKind.Array ? new ClaimDate(RangeOf(date))
        : date.TryGetProperty("mask", out var hull) ? new ClaimDate(RangeOf(hull), IsMask: true)
        : new ClaimDate(DayRanges.OfDays(date.GetProperty("days").EnumerateArray().Select(day => day.GetInt64())));

    /// <summary>The end of a claim or a term; null where it is silent.</summary>
    public static ClaimEnd? EndOf(this JsonElement json) =>
        json.Optional("end") is { ValueKind: JsonValueKind.String } ? ClaimEnd.Open
        : json.Optional("end") is { ValueKind: JsonValueKind.Object } end && end.TryGetProperty("starts", out var starts)
            ? ClaimEnd.WithNextStart(DayRanges.Of(starts.EnumerateArray().Select(range => (BoundOf(range[0]), BoundOf(range[1])))))
        : json.DateOf("end") is { } date ? ClaimEnd.On(date)
        : null;

    /// <summary>What is set aside.</summary>
    /// <param name="json">It.</param>
    /// <param name="id">The member that names it.</param>
    public static SetAside SetAsideOf(this JsonElement json, string id)
    {
        var bounds = json.List("bounds").Select(bound => bound.GetString()).ToArray();
        return new SetAside(
            json.GetProperty(id).GetString()!,
            bounds is [] || bounds.Contains("start"),
            bounds is [] || bounds.Contains("end")
        );
    }

    private static DayRanges RangeOf(JsonElement range) => DayRanges.Between(BoundOf(range[0]), BoundOf(range[1]));

    private static long? BoundOf(JsonElement bound) => bound.ValueKind == JsonValueKind.Null ? null : bound.GetInt64();
}
