using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Alba;
using ArtsakhLedger.Access;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;

namespace ArtsakhLedger.Tests.Export;

/// <summary>Requests at random about two polities, from several writers at once: descriptions, sources and their texts, facts, corrections, retractions,
/// identifications, assessments and batches. Many are refused; what is accepted is a record like any other.</summary>
internal sealed class RandomHistory
{
    private const int Writers = 3;

    private static readonly string[] FactTypes =
    [
        "office-opened",
        "office-attested",
        "office-closed",
        "minister-appointed",
        "minister-attested",
        "minister-left",
        "recognition-passed",
        "recognition-rejected",
        "call-made",
        "state-proclaimed",
        "state-dissolved",
    ];

    private static readonly string[] Dates =
    [
        "1991",
        "1992-05",
        "1992-05-08",
        "1991/1995",
        "1993/..",
        "199X",
        "[1992,1994]",
        "XXXX-10-12",
        "1994~",
    ];

    private readonly IAlbaHost host;
    private readonly string name;
    private readonly string token;
    private readonly Random random;
    private readonly string[] polities;
    private readonly List<string> entities = [];
    private readonly List<string> sources = [];
    private readonly List<string> facts = [];
    private readonly List<string> entries = [];
    private readonly Lock gate = new();

    /// <param name="host">The service.</param>
    /// <param name="seed">The seed of the history.</param>
    public RandomHistory(IAlbaHost host, int seed)
    {
        this.host = host;
        name = $"h{seed.ToString(CultureInfo.InvariantCulture)}";
        random = new(seed);
        token = Tokens.Of(Role.Editor, subject: $"writer-{name}", name: $"Writer of {name}");
        polities = [$"{name}-b", $"{name}-a"];
    }

    /// <summary>How many requests were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>The addresses whose answers must be the same from files.</summary>
    public IEnumerable<string> Questions() =>
        [
            .. polities.SelectMany(polity =>
                new[]
                {
                    $"/polities/{polity}/state?on=1992-06-01",
                    $"/polities/{polity}/state?on=1994",
                    $"/polities/{polity}/timeline?limit=500",
                    $"/polities/{polity}/contradictions?limit=500",
                }
            ),
            .. entities.Distinct().Select(entity => $"/entities/{entity}"),
            .. sources.Distinct().Select(source => $"/sources/{source}"),
            .. entries.Distinct().Select(fact => $"/facts/{fact}"),
        ];

    public async Task RecordAsync(int requests)
    {
        foreach (var polity in polities)
        {
            await SendAsync("/entities", Entity(polity, "polity"));
        }

        foreach (var i in Enumerable.Range(0, 3))
        {
            await SendAsync("/entities", Entity($"{name}-town-{i}", "municipality"));
            await SendAsync("/entities", Entity($"{name}-person-{i}", "person"));
        }

        await SendAsync(
            "/sources",
            $$"""{ "id": "{{name}}-excerpt", "csl": { "title": "Excerpt" }, "excerptOnly": true, "reason": "test" }"""
        );
        await SendAsync(
            "/sources",
            $$"""{ "id": "{{name}}-text", "csl": { "title": "Text", "issued": { "date-parts": [[1995]] } }, "reason": "test" }"""
        );
        await SendTextAsync($"{name}-text", 0);
        for (var sent = 0; sent < requests; sent += Writers)
        {
            // What each sends is drawn before any is sent: a seed gives much the same requests again, though not in the same order.
            await Task.WhenAll([.. Enumerable.Range(0, Writers).Select(_ => Next()).ToList().Select(send => send())]);
        }
    }

    private Func<Task> Next()
    {
        var number = random.Next(1_000_000);
        switch (random.Next(24))
        {
            case 0:
                return () =>
                    SendAsync(
                        "/entities",
                        Entity(
                            $"{name}-{number}",
                            number % 3 == 0 ? "person"
                                : number % 3 == 1 ? "municipality"
                                : "polity"
                        )
                    );
            case 1:
                return () =>
                    SendAsync(
                        "/sources",
                        number % 2 == 0
                            ? $$"""{ "id": "{{name}}-s{{number}}", "csl": { "title": "S", "volume": 7 }, "excerptOnly": true, "reason": "test" }"""
                            : $$"""{ "id": "{{name}}-s{{number}}", "csl": { "title": "null" }, "reason": "test" }"""
                    );
            case 2:
                var texted = Of(sources);
                return () => SendTextAsync(texted, number % 3);
            case 3:
                var corrected = Of(entities);
                var kind =
                    number % 4 == 0 ? "person"
                    : number % 4 == 1 ? "municipality"
                    : "polity";
                return () =>
                    SendAsync(
                        $"/entities/{corrected}/corrections",
                        $$"""{ "reason": "test", "content": { "kind": "{{kind}}", "names": [{ "text": "Name {{number}}", "language": "en" }], "reason": "test" } }"""
                    );
            case 4:
                var source = Of(sources);
                return () =>
                    SendAsync(
                        $"/sources/{source}/corrections",
                        $$"""{ "reason": "test", "content": { "csl": { "title": "Title {{number}}" }, "excerptOnly": {{(number % 2 == 0 ? "true" : "false")}}, "reason": "test" } }"""
                    );
            case 5:
                var identity = Identity();
                return () => SendAsync("/facts", identity);
            case 6:
                var (assessed, original) = (Of(sources), Of(sources));
                return () =>
                    SendAsync(
                        $"/sources/{assessed}/assessments",
                        number % 2 == 0
                            ? """{ "standing": "noted", "reason": "test" }"""
                            : $$"""{ "standing": "copy", "copyOf": "{{original}}", "reason": "test" }"""
                    );
            case 7:
                var (one, same) = (Of(facts), Of(facts));
                return () => SendAsync($"/facts/{one}/identifications", $$"""{ "same": "{{same}}", "reason": "test" }""");
            case 8 or 9:
                var retracted = Of(entries);
                return () => SendAsync($"/facts/{retracted}/retractions", """{ "reason": "test" }""");
            case 10 or 11:
                var reinstated = Of(entries);
                return () => SendAsync($"/facts/{reinstated}/reinstatements", """{ "reason": "test" }""");
            case 12 or 13:
                var (mended, content) = (Of(facts), Content());
                content.Remove("polity");
                return () =>
                    SendAsync($"/facts/{mended}/corrections", new JsonObject { ["reason"] = "test", ["content"] = content }.ToJsonString());
            case 14:
                var (backed, by) = (Of(facts), Citation());
                return () =>
                    SendAsync(
                        $"/facts/{backed}/corroborations",
                        new JsonObject { ["date"] = "1992", ["citations"] = new JsonArray(by) }.ToJsonString()
                    );
            case 15:
                var (denied, why) = (Of(facts), Citation());
                return () => SendAsync($"/facts/{denied}/denials", new JsonObject { ["citations"] = new JsonArray(why) }.ToJsonString());
            case 16 or 17:
                var (batch, polity) = (Batch(number), polities[number % 2]);
                return () => SendAsync($"/batches?batch={polity}/{1000 + (number % 9)}-sent", batch, "application/x-ndjson");
            default:
                var fact = Content();
                if (number % 2 == 0)
                {
                    fact["id"] = $"{name}-f{number}";
                }

                return () => SendAsync("/facts", fact.ToJsonString());
        }
    }

    private string Of(List<string> ids)
    {
        lock (gate)
        {
            return ids.Count == 0 ? "nothing" : ids[random.Next(ids.Count)];
        }
    }

    private string Identity() =>
        new JsonObject
        {
            ["type"] = "entities-identified",
            ["entity"] = Of(random.Next(3) == 0 ? sources : entities),
            ["sameAs"] = Of(entities),
            ["citations"] = new JsonArray(Citation()),
        }.ToJsonString();

    private string Batch(int number)
    {
        var town = $"{name}-bt{number}";
        var fact = Content();
        fact.Remove("polity");
        fact["id"] = $"{name}-bf{number}";
        var again = Content();
        again.Remove("polity");
        again["id"] = $"{name}-bg{number}";
        var lines = new List<string>
        {
            $$"""{ "type": "entity-described", "id": "{{town}}", "kind": "municipality", "names": [{ "text": "T", "language": "en" }], "reason": "test" }""",
            fact.ToJsonString(),
            new JsonObject
            {
                ["id"] = $"{name}-br{number}",
                ["type"] = "fact-retracted",
                ["fact"] = number % 3 == 0 ? Of(entries) : $"{name}-bf{number}",
                ["reason"] = "test",
            }.ToJsonString(),
            again.ToJsonString(),
        };
        return string.Join("\n", lines);
    }

    private JsonObject Content()
    {
        var type = FactTypes[random.Next(FactTypes.Length)];
        var content = new JsonObject
        {
            ["type"] = type,
            ["polity"] = polities[random.Next(2)],
            ["date"] = Dates[random.Next(Dates.Length)],
        };
        switch (type.Split('-')[0])
        {
            case "office":
                content["city"] = Party();
                break;
            case "minister":
                content["person"] = Party();
                break;
            case "recognition":
                content["actor"] = Party();
                content["level"] = "state";
                break;
            case "call":
                content["actor"] = Party();
                content["level"] = "parliament";
                content["callsFor"] = "recognition";
                content["upon"] = new JsonArray(Party());
                break;
        }

        content["citations"] = new JsonArray(Citation());
        return content;
    }

    private JsonNode Party() =>
        random.Next(8) == 0
            ? new JsonObject { ["unnamed"] = "a U.S. state" }
            : JsonValue.Create($"{name}-{(random.Next(2) == 0 ? "town" : "person")}-{random.Next(3)}");

    private JsonObject Citation()
    {
        var source = Of(sources);
        return new()
        {
            ["source"] = source,
            ["quote"] = random.Next(4) == 0 ? $"words: \"{random.Next(5)}\" # 'yes'" : $"opened its office number {random.Next(6)}",
        };
    }

    private static string Entity(string id, string kind) =>
        $$"""{ "id": "{{id}}", "kind": "{{kind}}", "names": [{ "text": "Name of {{id}}", "language": "en" }], "reason": "yes: \"test\"" }""";

    private async Task SendTextAsync(string source, int version)
    {
        var text = string.Join("\n", Enumerable.Range(version, 5).Select(i => $"It opened its office number {i} in that year. 😀"));
        using var result = await host.SendAsync(
            $"/sources/{source}/snapshots?reason=test",
            Encoding.UTF8.GetBytes(text),
            token,
            ("Content-Type", "text/plain")
        );
        Took(result, await result.Content.ReadAsStringAsync(), $"/sources/{source}/snapshots", text);
    }

    private async Task SendAsync(string address, string body, string type = "application/json")
    {
        (string, string)[] headers =
            address.StartsWith("/facts/", StringComparison.Ordinal) || address.EndsWith("/corrections", StringComparison.Ordinal)
                ? [("Content-Type", type), ("If-Match", "*")]
                : [("Content-Type", type)];
        using var result = await host.SendAsync(address, body, token, headers);
        Took(result, await result.Content.ReadAsStringAsync(), address, body);
    }

    private void Took(HttpResponseMessage result, string text, string address, string body)
    {
        ((int)result.StatusCode).ShouldBeLessThan(500, $"{name}: {address} {body}: {text}");
        if ((int)result.StatusCode != 201)
        {
            return;
        }

        lock (gate)
        {
            Accepted++;
            var answer = JsonNode.Parse(text)!;
            foreach (
                var id in (
                    answer["entries"] is JsonArray recorded ? recorded.Select(entry => entry!["id"]) : [answer["id"] ?? answer["fact"]]
                )
                    .Select(id => id?.ToString().Replace("/facts/", "", StringComparison.Ordinal))
                    .OfType<string>()
            )
            {
                entries.Add(id);
                if (id.StartsWith("entity-", StringComparison.Ordinal))
                {
                    entities.Add(id["entity-".Length..]);
                }
                else if (id.StartsWith("source-", StringComparison.Ordinal) && !address.Contains("/snapshots", StringComparison.Ordinal))
                {
                    sources.Add(id["source-".Length..]);
                }
                else if (address is "/facts" || address.StartsWith("/batches", StringComparison.Ordinal))
                {
                    facts.Add(id);
                }
            }
        }
    }
}
