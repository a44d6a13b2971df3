using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using FsCheck;
using FsCheck.Fluent;

namespace ArtsakhLedger.Tests.Hostile;

/// <summary>Requests to every address of the OpenAPI document: some are right, most have something wrong somewhere.</summary>
internal sealed partial class RequestGenerator(JsonNode document)
{
    private static readonly string[] Dates = ["2006-06-01", "1997", "2013-02/2013-04", "2001-21", "2023-12-31"];
    private static readonly string[] Facts =
    [
        "artsakh-dissolved",
        "sergey-ghazaryan-foreign-minister",
        "entity-artsakh",
        "artsakh-recognised-only-by-three",
    ];

    /// <summary>What would do for a parameter, by its name or by the word that stands before it in the path.</summary>
    private static readonly Dictionary<string, string[]> Fitting = new()
    {
        ["polity"] = ["artsakh"],
        ["entity"] = ["abkhazia", "ukraine", "armenia"],
        ["facts"] = Facts,
        ["entities"] = ["artsakh", "abkhazia"],
        ["q"] = ["Lachin", "Berdzor", "a"],
        ["sources"] = ["wikipedia-foreign-relations-of-artsakh"],
        ["episodes"] = ["artsakh/foreign-minister/sergey-ghazaryan", "artsakh/existence"],
        ["tile"] = ["0/000", "entries/000", "0/000.p/7", "1/000.p/2"],
        ["on"] = Dates,
        ["from"] = [.. Dates, "1", "200"],
        ["to"] = [.. Dates, "400"],
        ["edtf"] = [.. Dates, "199X", "[..2001-07-04]"],
        ["known-at"] = ["212", "0001-article", "artsakh/0001-article", "2099-11-23T10:00:00Z"],
        ["known-from"] = ["100"],
        ["known-to"] = ["500"],
        ["kind"] = ["foreign-minister", "office", "recognition-by"],
        ["type"] = ["office-opened"],
        ["party"] = ["abkhazia"],
        ["source"] = ["wikipedia-foreign-relations-of-artsakh"],
        ["author"] = ["events/"],
        ["batch"] = ["artsakh/0001-article", "artsakh/0009-fuzzed"],
        ["rules"] = ["1"],
        ["limit"] = ["1", "7", "500"],
        ["after"] = ["0", "400"],
        ["dry-run"] = ["true", "false"],
        ["reason"] = ["the%20reading%20room"],
    };

    private static readonly string[] Misplaced =
    [
        .. Fitting.Values.SelectMany(values => values),
        "artsakh%2Fexistence",
        "199X",
        "[..2001-07-04]",
        "1993/..",
        "/1997",
        "XXXX-10-12",
        "2004-12-25~",
        "591",
        "2026-11-23T10:00:00Z",
        "1/x001/000.p/7",
    ];

    private static readonly string[] Hostile =
    [
        "",
        "%20",
        "0",
        "-1",
        "-0",
        "1e9",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999",
        "null",
        "NaN",
        "true",
        "%00",
        "a%00b",
        "%ff%fe",
        "%ED%A0%80",
        "%F0%9F%92%A5",
        "..",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "'%20or%201=1--",
        "%3Cscript%3E",
        "{}",
        "[]",
        "%7B%22a%22:1%7D",
        "2024-13-45",
        "0000-00-00",
        "-0000",
        "10000-01-01",
        "Y-17e7",
        "2001/1999",
        "../..",
        "1999-..",
        "[..]",
        "{..}",
        "%E2%80%AE",
        "%0d%0aX-Injected:%20yes",
        "=cmd",
        "+1",
        "@a",
        "*",
        "ARTSAKH",
        "Artsakh%20",
        "a/b/c/d/e",
        "%25",
        "%",
        "%zz",
        "2026-11-23T10:00:00",
        "9999-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00Z",
        "2026-11-23T25:00:00Z",
        "2026-11-23T10:00:00+99:00",
        "💥",
        "é",
        new('x', 5000),
        new('9', 400),
        "X" + new string('[', 900),
        string.Concat(Enumerable.Repeat("1999,", 800)),
    ];

    private static readonly string[] HostileJson =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "1.5",
        "9007199254740993",
        "99999999999999999999",
        "\"\"",
        "\" \"",
        "\"a\\u0000b\"",
        "\"\\ud800\"",
        "\"\\u202e\"",
        "[]",
        "[null]",
        "[[]]",
        "{}",
        "{\"\":1}",
        "{\"id\":{}}",
        "\"2001/1999\"",
        "\"1999-13\"",
        "\"[..]\"",
        "\"artsakh\"",
        "\"ARTSAKH\"",
        "\"artsakh-dissolved\"",
        "\"wikipedia-foreign-relations-of-artsakh\"",
        "[\"artsakh\",\"artsakh\"]",
        "{\"unnamed\":\"\"}",
        "{\"unnamed\":\"somebody\",\"mayBe\":[1]}",
        "\"" + new string('x', 70_000) + "\"",
        new string('[', 2000) + new string(']', 2000),
        "[{\"source\":\"wikipedia-foreign-relations-of-artsakh\",\"quote\":\"\"}]",
        "[{\"source\":\"nowhere\",\"quote\":\"words\",\"start\":-1,\"end\":1e30}]",
        "[{\"source\":\"wikipedia-foreign-relations-of-artsakh\",\"quote\":\"a\",\"start\":9223372036854775807,\"end\":9223372036854775807}]",
    ];

    private static readonly byte[][] HostileBodies =
    [
        [],
        "null"u8.ToArray(),
        "[]"u8.ToArray(),
        "{"u8.ToArray(),
        "{}"u8.ToArray(),
        "{}{}"u8.ToArray(),
        "\"text\""u8.ToArray(),
        [0xFF, 0xFE, 0x00],
        [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'],
        "{\"type\":\"office-opened\",\"type\":1}"u8.ToArray(),
        [.. Enumerable.Repeat((byte)'[', 100_000)],
        [.. Enumerable.Repeat((byte)' ', 1_200_000)],
        "\n\n\n"u8.ToArray(),
        "{}\n{\n"u8.ToArray(),
        "{\"\xff\":1}"u8.ToArray(),
    ];

    private static readonly (string Name, string[] Values)[] FurtherHeaders =
    [
        ("If-Match", ["*", "\"1\"", "\"nothing\", W/\"x\"", "nothing", "", new('"', 300)]),
        ("If-None-Match", ["*", "\"1\"", "garbage", new('x', 4000)]),
        ("Idempotency-Key", ["\"a-key\"", "a-key", "\"\"", "\"" + new string('k', 300) + "\"", "\"é\""]),
        (
            "Accept",
            [
                "*/*",
                "application/json",
                "text/csv",
                "application/x-ndjson",
                "application/ld+json",
                "text/html",
                "text/plain",
                "garbage",
                "a/b;q=x",
                "",
            ]
        ),
        (
            "Content-Type",
            [
                "application/json",
                "application/json; charset=utf-16",
                "text/plain; charset=utf-8",
                "application/x-ndjson",
                "multipart/form-data",
                "garbage",
                "",
            ]
        ),
        ("Accept-Encoding", ["gzip", "br", "identity;q=0", "*;q=0", "garbage"]),
        ("Last-Event-ID", ["1", "-1", "x", "99999999999999999999", ""]),
        ("Origin", ["https://example.org", "null", "garbage"]),
        ("Range", ["bytes=0-10", "bytes=9-1"]),
        ("Expect", ["100-continue"]),
        ("Host", ["example.org", "a b"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
    ];

    private static readonly string[] Authorizations =
    [
        $"Bearer {Tokens.OfContributor}",
        "Bearer x.y.z",
        "Bearer",
        "Basic YTpi",
        "Bearer " + new string('A', 9000),
    ];

    /// <summary>How many addresses there are.</summary>
    public int Operations => operations.Count;

    private readonly List<(string Method, string Path, JsonObject Operation)> operations =
    [
        .. from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post"
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
    ];

    public Arbitrary<FuzzedRequest> Requests() =>
        Arb.From(
            from operation in Gen.Elements<(string Method, string Path, JsonObject Operation)>([.. operations])
            from path in PathOf(operation.Path)
            from query in QueryOf(operation.Operation)
            from body in BodyOf(operation.Operation)
            from headers in HeadersOf(operation.Operation)
            select new FuzzedRequest(operation.Method, path, query, headers, body),
            request => request.Simpler()
        );

    private static Gen<string> ValueOf(string name) =>
        Fitting.TryGetValue(name, out var fitting)
            ? Gen.Frequency((9, Gen.Elements(fitting)), (1, Gen.Elements(Misplaced)), (2, Gen.Elements(Hostile)))
            : Gen.Elements(Hostile);

    private static Gen<string> PathOf(string template) =>
        Hole()
            .Matches(template)
            .Aggregate(
                Gen.Constant(template),
                (path, hole) =>
                    from filled in path
                    from value in ValueOf(
                        Fitting.ContainsKey(hole.Groups["name"].Value) ? hole.Groups["name"].Value : hole.Groups["before"].Value
                    )
                    select filled.Replace($"{{{hole.Groups["name"].Value}}}", value, StringComparison.Ordinal)
            );

    private static Gen<IReadOnlyList<(string, string)>> QueryOf(JsonObject operation)
    {
        var names = (operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["in"]!.ToString() == "query")
            .Select(parameter => parameter!["name"]!.ToString())
            .ToArray();
        string[] sent = [.. Enumerable.Repeat(names, 8).SelectMany(all => all), "dry-run", "nothing", ""];
        return from count in Gen.Frequency((names.Length == 0 ? 20 : 2, Gen.Constant(0)), (3, Gen.Choose(1, 3)))
            from parameters in Gen.ArrayOf(Gen.Elements(sent).SelectMany(ValueOf, (name, value) => (name, value)), count)
            from repeated in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (IReadOnlyList<(string, string)>)[.. repeated ? parameters : parameters.DistinctBy(parameter => parameter.name)];
    }

    private static Gen<byte[]?> BodyOf(JsonObject operation)
    {
        if (operation["requestBody"]?["content"] is not JsonObject content)
        {
            return Gen.Constant<byte[]?>(null);
        }

        var examples = content
            .SelectMany(type =>
                (type.Value!["examples"]?.AsObject().Select(example => example.Value!["value"]) ?? []).Append(type.Value["example"])
            )
            .OfType<JsonNode>()
            .DefaultIfEmpty(JsonNode.Parse("""{"reason":"x","citations":[]}""")!)
            .ToArray();
        var mutated =
            from example in Gen.Elements(examples)
            from changes in Gen.Choose(0, 2)
            from places in Gen.ArrayOf(Gen.Choose(0, 1000), changes)
            from values in Gen.ArrayOf(Gen.Elements(HostileJson), changes)
            select (byte[]?)Encoding.UTF8.GetBytes(Mutated(example, places.Zip(values)));
        return Gen.Frequency((8, mutated), (2, Gen.Elements(HostileBodies).Select(body => (byte[]?)body)));
    }

    /// <summary>Puts something else where a member or an item stands. The text of a new value may be none that a parser takes.</summary>
    private static string Mutated(JsonNode example, IEnumerable<(int Place, string Value)> changes)
    {
        if (example is not (JsonObject or JsonArray))
        {
            return example.ToString();
        }

        var node = example.DeepClone();
        var put = new List<string>();
        foreach (var (place, value) in changes)
        {
            var places = PlacesIn(node).ToList();
            if (places.Count > 0)
            {
                places[place % places.Count]($"\u0001{put.Count}\u0001");
                put.Add(value);
            }
        }

        var text = node.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        return put.Select((value, i) => (value, i))
            .Aggregate(text, (all, change) => all.Replace($"\"\\u0001{change.i}\\u0001\"", change.value, StringComparison.Ordinal));
    }

    private static IEnumerable<Action<string>> PlacesIn(JsonNode? node) =>
        node switch
        {
            JsonObject members => members
                .Select(member => member.Key)
                .ToList()
                .SelectMany(key => PlacesIn(members[key]).Prepend(mark => members[key] = mark)),
            JsonArray items => Enumerable.Range(0, items.Count).SelectMany(i => PlacesIn(items[i]).Prepend(mark => items[i] = mark)),
            _ => [],
        };

    private static Gen<IReadOnlyList<(string, string)>> HeadersOf(JsonObject operation)
    {
        var types = (operation["requestBody"]?["content"] as JsonObject)?.Select(type => type.Key).ToArray() ?? [];
        var further = Gen.Elements(FurtherHeaders)
            .SelectMany(header => Gen.Elements(header.Values), (header, value) => (header.Name, value));
        return from authorization in Gen.Frequency((8, Gen.Constant($"Bearer {Tokens.OfEditor}")), (1, Gen.Elements(Authorizations)))
            from count in Gen.Choose(0, 2)
            from headers in Gen.ArrayOf(further, count)
            select (IReadOnlyList<(string, string)>)
                [.. headers, .. types.Take(1).Select(type => ("Content-Type", type)), ("Authorization", authorization)];
    }

    [GeneratedRegex(@"/(?<before>[^/{}]*)/\{(?<name>[^}]*)\}")]
    private static partial Regex Hole();
}
