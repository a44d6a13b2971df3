using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.RulesOfTime.Periods;

namespace ArtsakhLedger.RuleCases;

/// <summary>A case of the facts about one thing, and its answer: which period each speaks of, and the claims of each period.</summary>
public sealed class PeriodsCase
{
    private readonly Dictionary<ClaimDate, JsonElement> written = new(ReferenceEqualityComparer.Instance);
    private readonly JsonElement json;

    private PeriodsCase(JsonElement json) => this.json = json;

    /// <summary>The answer, as JSON writes it.</summary>
    public static JsonObject AnswerTo(JsonElement json) => new PeriodsCase(json).Answer();

    private JsonObject Answer()
    {
        var grouping = Grouping.Of(
            [.. json.List("facts").Select(FactOf)],
            json.List("setAside").Select(aside => aside.SetAsideOf("fact")),
            json.List("lives").Where(life => life.Optional("end") is not null).Select(life => Read(life, "end"))
        );
        return new JsonObject
        {
            ["claims"] = new JsonArray([
                .. grouping
                    .Claims.Select(claim => (Id: IdOf(claim), Claim: claim))
                    .OrderBy(one => one.Id, StringComparer.Ordinal)
                    .Select(one => JsonOf(one.Id, one.Claim)),
            ]),
            ["attestations"] = new JsonObject(
                grouping.Attestations.Select(one =>
                    KeyValuePair.Create(one.Key, (JsonNode?)new JsonArray([.. one.Value.Select(number => JsonValue.Create(number))]))
                )
            ),
            ["denials"] = new JsonObject(grouping.Denials.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            ["rivals"] = new JsonArray([
                .. json.List("facts").Select(fact => fact.Id()).Where(grouping.Rivals.Contains).Select(id => JsonValue.Create(id)),
            ]),
        };
    }

    private ToldFact FactOf(JsonElement fact)
    {
        var (id, source) = (fact.Id(), fact.GetProperty("source").GetString()!);
        var place = fact.Optional("place")?.GetString();
        ToldFact told = fact.GetProperty("gives").GetString() switch
        {
            "opening" => new ToldOpening(id, source, Read(fact, "date")) { Place = place },
            "closing" => new ToldClosing(id, source, Read(fact, "date")) { Place = place },
            "term" => new ToldTerm(id, source, fact.Optional("start") is null ? null : Read(fact, "start"), EndOf(fact)) { Place = place },
            "attestation" when fact.Optional("at") is not null => new ToldAttestation(
                id,
                source,
                Read(fact, "at").Days,
                Read(fact, "at").Days
            ),
            "attestation" => new ToldAttestation(id, source, Read(fact, "from").Days, Read(fact, "to").Days) { IsOverPeriod = true },
            "denial" => new ToldDenial(id, source, fact.GetProperty("of").GetString()!, fact.Optional("denies")?.GetString() == "end"),
            var unknown => throw new FormatException($"No fact gives '{unknown}'."),
        };
        return told with { Period = fact.Optional("term")?.GetInt32() };
    }

    private ClaimEnd? EndOf(JsonElement fact) => fact.EndOf() is { IsOpen: false } ? ClaimEnd.On(Read(fact, "end")) : fact.EndOf();

    /// <summary>A date, which the answer gives as the case does.</summary>
    private ClaimDate Read(JsonElement fact, string name)
    {
        var date = fact.DateOf(name) ?? throw new FormatException($"A fact has no '{name}'.");
        written.Add(date, fact.GetProperty(name));
        return date;
    }

    private static string IdOf(PeriodClaim claim) => $"{claim.Source}#{claim.Period}{(claim.Number > 1 ? $"~{claim.Number}" : "")}";

    private JsonObject JsonOf(string id, PeriodClaim claim) =>
        new()
        {
            ["id"] = id,
            ["start"] = claim.Start is { } start ? JsonOf(start) : null,
            ["end"] = EndOf(claim),
            ["period"] = claim.Period,
            ["facts"] = new JsonArray([.. claim.Facts.Select(fact => JsonValue.Create(fact))]),
        };

    private JsonNode? EndOf(PeriodClaim claim) =>
        claim.End is not { } end ? null
        : end.IsOpen ? JsonValue.Create("open")
        : end.IsNextStart ? new JsonObject { ["starts"] = StartsOf(claim.StartsOfNext) }
        : JsonOf(end.Date!);

    private JsonNode? JsonOf(ClaimDate date) =>
        written.TryGetValue(date, out var json) ? JsonNode.Parse(json.GetRawText()) : new JsonArray(null, null);

    private JsonArray StartsOf(IReadOnlyList<ClaimDate> starts) =>
        [
            .. starts
                .Select(start => written[start])
                .SelectMany(date =>
                    date.ValueKind == JsonValueKind.Array ? [(BoundOf(date[0]), BoundOf(date[1]))]
                    : date.TryGetProperty("mask", out var hull) ? [(BoundOf(hull[0]), BoundOf(hull[1]))]
                    : date.GetProperty("days").EnumerateArray().Select(day => ((long?)day.GetInt64(), (long?)day.GetInt64()))
                )
                .Distinct()
                .OrderBy(range => range.Item1 ?? long.MinValue)
                .ThenBy(range => range.Item2 ?? long.MaxValue)
                .Select(range => new JsonArray(range.Item1, range.Item2)),
        ];

    private static long? BoundOf(JsonElement bound) => bound.ValueKind == JsonValueKind.Null ? null : bound.GetInt64();
}
