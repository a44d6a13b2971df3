using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

/// <summary>What generators of clients (NSwag, kiota, hey-api with zod, openapi-typescript) need of the OpenAPI document, so that what they make
/// works without being mended by hand. Each rule is one that a generated client broke on.</summary>
public sealed partial class DocumentForClientsTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Json = "application/json";
    private const string Reference = "#/components/schemas/";

    /// <summary>Members of answers whose values are of several types. Generators have a type for any value, and none for a choice.</summary>
    private static readonly string[] OfSeveralTypes = ["Change/before", "Change/after", "EntityAnswer/seats"];

    [Fact]
    public async Task An_operation_answers_success_with_one_schema_in_JSON() =>
        (await DocumentAsync())
            .Operations.Where(operation =>
                operation.Node["responses"]!
                    .AsObject()
                    .Where(response => response.Key[0] == '2')
                    .Select(response => response.Value!["content"]?[Json]?["schema"]?.ToJsonString())
                    .OfType<string>()
                    .Distinct()
                    .Count() > 1
            )
            .Select(operation => operation.Name)
            .ShouldBeEmpty();

    [Fact]
    public async Task A_value_is_never_one_of_several_types()
    {
        var document = await DocumentAsync();

        document.Schemas.Where(schema => schema.Node["oneOf"] is not null).Select(schema => schema.Place).ShouldBeEmpty();
        document
            .Schemas.Where(schema => schema.Node["anyOf"] is JsonArray && schema.Node["type"]?.ToString() != "object")
            .Select(schema => schema.Place)
            .ShouldBeEmpty();
        document
            .Schemas.Where(schema =>
                schema.Node["type"] is JsonArray types && types.Select(type => type!.ToString()).Count(type => type != "null") != 1
            )
            .Select(schema => schema.Place)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_member_has_a_type_and_every_listed_value_is_a_string()
    {
        var document = await DocumentAsync();

        document
            .Members.Where(member =>
                member.Node["type"] is null && member.Node["$ref"] is null && !OfSeveralTypes.Contains($"{member.Owner}/{member.Name}")
            )
            .Select(member => $"{member.Owner}/{member.Name}")
            .ShouldBeEmpty();
        document
            .Schemas.Where(schema =>
                (schema.Node["enum"] ?? schema.Node["const"]) is not null && schema.Node["type"]?.ToString() != "string"
            )
            .Select(schema => schema.Place)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_described_in_place_is_described_once()
    {
        var document = await DocumentAsync();
        var named = document.Named.Select(schema => WithoutDescription(schema.Value!)).ToList();
        var inPlace = document
            .Schemas.Where(schema => !document.Named.Any(one => one.Value == schema.Node))
            .Where(schema => schema.Node["enum"] is not null || schema.Node["properties"] is JsonObject { Count: > 0 })
            .GroupBy(schema => WithoutDescription(schema.Node))
            .ToList();

        inPlace
            .Where(group => group.Count() > 1 || named.Contains(group.Key))
            .Select(group => string.Join(", ", group.Select(schema => schema.Place)))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_are_words_that_no_language_takes_for_the_same_or_for_its_own()
    {
        var document = await DocumentAsync();
        // What browsers call so is there already: a generator adds an underscore.
        string[] taken = ["history", "location", "name", "status", "top", "parent", "self", "close", "open", "print", "stop", "find"];
        var ids = document.Operations.Select(operation => operation.Node["operationId"]!.ToString()).ToList();

        ids.ShouldAllBe(id => Words.IsMatch(id) && !taken.Contains(id));
        ids.Select(Bare).ShouldBeUnique();
        document.Named.Select(schema => Bare(schema.Key)).ShouldBeUnique();
    }

    [Fact]
    public async Task Descriptions_are_on_one_line() =>
        (await DocumentAsync())
            .Schemas.Where(schema => schema.Node["description"]?.ToString().Contains('\n') == true)
            .Select(schema => schema.Place)
            .ShouldBeEmpty();

    [Fact]
    public async Task Every_reference_leads_to_a_schema()
    {
        var document = await DocumentAsync();
        References
            .Matches(document.Text)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Except(document.Named.Select(schema => schema.Key))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_are_described_as_bytes_and_have_no_answer_without_a_body_beside_them()
    {
        var document = await DocumentAsync();
        foreach (var (name, operation) in document.Operations)
        {
            // Several generators take a media type with "json" in its name for JSON, and would write the lines as one JSON string.
            foreach (
                var (_, media) in operation["requestBody"]
                    ?["content"]?.AsObject()
                    .Where(media => media.Key.EndsWith("ndjson", StringComparison.Ordinal))
                    ?? []
            )
            {
                media!["schema"]!["format"]?.ToString().ShouldBe("binary", name);
            }

            var responses = operation["responses"]!.AsObject();
            if (responses["200"]?["content"]?["application/octet-stream"] is not null)
            {
                responses.Where(response => response.Key[0] is '2' or '3').Select(response => response.Key).ShouldBe(["200"], name);
            }
        }
    }

    private static string WithoutDescription(JsonNode schema)
    {
        var bare = schema.DeepClone().AsObject();
        bare.Remove("description");
        return bare.ToJsonString();
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private async Task<Described> DocumentAsync() => new(await ledger.GetAsync("/openapi/v1.json"));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Words { get; }

    [GeneratedRegex($"\"{Reference}([^\"]+)\"")]
    private static partial Regex References { get; }

    private sealed class Described
    {
        // What stands below these restricts a schema that is described elsewhere, or is an example of it.
        private static readonly string[] NoSchemas = ["example", "examples", "if", "then", "else", "anyOf", "not"];

        public Described(string text)
        {
            Text = text;
            var document = JsonNode.Parse(text)!;
            Named = document["components"]!["schemas"]!.AsObject();
            Operations =
            [
                .. from path in document["paths"]!.AsObject()
                from operation in path.Value!.AsObject()
                select ($"{operation.Key} {path.Key}", operation.Value!),
            ];
            var schemas = new List<(string, JsonNode)>();
            foreach (var (name, schema) in Named)
            {
                Collect(schema!, name, schemas);
            }

            foreach (var (name, operation) in Operations)
            {
                foreach (var place in new[] { "requestBody", "responses", "parameters" })
                {
                    CollectIn(operation[place], name, schemas);
                }
            }

            Schemas = schemas;
        }

        public string Text { get; }

        public JsonObject Named { get; }

        public IReadOnlyList<(string Name, JsonNode Node)> Operations { get; }

        /// <summary>Every schema, named or in place.</summary>
        public IReadOnlyList<(string Place, JsonNode Node)> Schemas { get; }

        /// <summary>Every member of a named schema.</summary>
        public IEnumerable<(string Owner, string Name, JsonNode Node)> Members =>
            from schema in Named
            from member in schema.Value!["properties"]?.AsObject() ?? []
            select (schema.Key, member.Key, member.Value!);

        /// <summary>Finds the schemas in parameters, bodies and headers.</summary>
        private static void CollectIn(JsonNode? node, string place, List<(string, JsonNode)> found)
        {
            switch (node)
            {
                case JsonObject content:
                    foreach (var (name, value) in content.Where(member => !NoSchemas.Contains(member.Key)))
                    {
                        if (name == "schema")
                        {
                            Collect(value!, place, found);
                        }
                        else
                        {
                            CollectIn(value, $"{place}/{name}", found);
                        }
                    }

                    break;
                case JsonArray list:
                    foreach (var item in list)
                    {
                        CollectIn(item, place, found);
                    }

                    break;
            }
        }

        private static void Collect(JsonNode schema, string place, List<(string, JsonNode)> found)
        {
            if (schema is not JsonObject)
            {
                return;
            }

            found.Add((place, schema));
            foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
            {
                Collect(member!, $"{place}/{name}", found);
            }

            foreach (var below in new[] { "items", "additionalProperties" })
            {
                if (schema[below] is { } inner)
                {
                    Collect(inner, $"{place}/{below}", found);
                }
            }
        }
    }
}
