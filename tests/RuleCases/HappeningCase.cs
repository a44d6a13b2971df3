using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.RulesOfTime.Happenings;

namespace ArtsakhLedger.RuleCases;

/// <summary>A case of the dates of one happening, and its answer.</summary>
public static class HappeningCase
{
    /// <summary>The answer, as JSON writes it.</summary>
    public static JsonObject AnswerTo(JsonElement json)
    {
        var ids = json.List("claims").Select(claim => claim.Id()).ToArray();
        var dates = DatesOfHappening.Of([.. json.List("claims").Select(claim => claim.DateOf("date")!.Days)]);
        return new JsonObject
        {
            ["earliest"] = dates.Days.Earliest,
            ["latest"] = dates.Days.Latest,
            ["readings"] = new JsonArray([
                .. dates
                    .Readings.Select(reading => reading.Select(place => ids[place]).Order(StringComparer.Ordinal).ToArray())
                    .OrderBy(reading => string.Join('\0', reading), StringComparer.Ordinal)
                    .Select(reading => new JsonArray([.. reading.Select(id => JsonValue.Create(id))])),
            ]),
        };
    }
}
