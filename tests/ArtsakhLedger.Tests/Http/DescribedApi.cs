using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Shouldly;

namespace ArtsakhLedger.Tests.Http;

/// <summary>Holds answers against the OpenAPI document, with a validator of JSON Schema. What the document does not tell of is an error too: a status, a form, a header, a
/// member of an answer.</summary>
public sealed class DescribedApi
{
    private static readonly string[] Headers =
    [
        "ETag",
        "Ledger-Head",
        "Link",
        "Location",
        "Content-Location",
        "WWW-Authenticate",
        "Retry-After",
    ];

    private readonly JsonObject document;
    private readonly JsonObject definitions;
    private readonly Dictionary<string, JsonSchema> schemas = [];

    /// <param name="text">The document.</param>
    public DescribedApi(string text)
    {
        document = JsonNode.Parse(text)!.AsObject();
        definitions = Relocated(document["components"]!["schemas"]!).AsObject();
        foreach (var (name, schema) in definitions)
        {
            // An answer has no member that its schema does not tell of; what is sent says itself whether it may have more.
            if (char.IsUpper(name[0]) && schema!["properties"] is not null && schema["additionalProperties"] is null)
            {
                schema["additionalProperties"] = false;
            }
        }
    }

    /// <summary>Every operation: method, path and what is said of it.</summary>
    public IEnumerable<(string Method, string Path, JsonNode Operation)> Operations =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    /// <summary>The media types in which an operation answers with a status.</summary>
    public IEnumerable<string> MediaTypes(string method, string path, string status = "200") =>
        Operation(method, path)["responses"]![status]?["content"]?.AsObject().Select(media => media.Key) ?? [];

    /// <summary>What is wrong with an answer; nothing where it is as described.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string method, string path, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (Operation(method, path)["responses"]![$"{status}"] is not { } described)
        {
            return [$"{status} is not described: {await answer.Content.ReadAsStringAsync()}"];
        }

        var faults = new List<string>();
        foreach (var header in Headers)
        {
            var sent = answer.Headers.NonValidated.Contains(header) || answer.Content.Headers.NonValidated.Contains(header);
            if (sent && described["headers"]?[header] is null)
            {
                faults.Add($"{status} has a header {header} that is not described");
            }
            else if (!sent && header == "ETag" && described["headers"]?[header] is not null)
            {
                faults.Add($"{status} lacks the header {header}");
            }
        }

        var body = await answer.Content.ReadAsByteArrayAsync();
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (type is null || body.Length == 0)
        {
            return described["content"] is null || answer.StatusCode == HttpStatusCode.NotModified
                ? faults
                : [.. faults, $"{status} has no body"];
        }

        if (described["content"]?[type] is not { } media)
        {
            return [.. faults, $"{status} is {type}, which is not described"];
        }

        return [.. faults, .. FaultsIn(body, type, media)];
    }

    /// <summary>What is wrong with a value that is to fit a schema of the document.</summary>
    public IEnumerable<string> FaultsOf(JsonNode? value, JsonNode schema)
    {
        var found = SchemaOf(schema)
            .Evaluate(
                JsonSerializer.SerializeToElement(value),
                new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true }
            );
        return found.IsValid
            ? []
            :
            [
                .. (found.Details ?? [])
                    .Where(detail => detail.Errors?.Count > 0)
                    .Select(detail => $"{detail.InstanceLocation} ({detail.EvaluationPath}): {string.Join("; ", detail.Errors!.Values)}")
                    .Append(value?.ToJsonString() is { Length: > 600 } text ? text[..600] : value?.ToJsonString() ?? "null"),
            ];
    }

    private IEnumerable<string> FaultsIn(byte[] body, string type, JsonNode media)
    {
        var schema = media["schema"]!;
        if (type.EndsWith("json", StringComparison.Ordinal) && type != "application/x-ndjson")
        {
            return FaultsOf(JsonNode.Parse(body), schema);
        }

        if (schema["type"]?.ToString() != "string")
        {
            return [$"{type} is described as {schema.ToJsonString()}"];
        }

        var text = Encoding.UTF8.GetString(body);
        return media["x-itemSchema"] is { } item
            ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line =>
                    type == "application/x-ndjson" ? line
                    : line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..]
                    : ""
                )
                .Where(line => line.Length > 0)
                .SelectMany(line => FaultsOf(JsonNode.Parse(line), item))
            : [];
    }

    private JsonNode Operation(string method, string path) =>
        (document["paths"]![path]?[method.ToLowerInvariant()]).ShouldNotBeNull($"{method} {path} is not described");

    private JsonSchema SchemaOf(JsonNode schema)
    {
        var key = schema.ToJsonString();
        if (!schemas.TryGetValue(key, out var found))
        {
            schemas[key] = found = JsonSchema.FromText(
                new JsonObject
                {
                    ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                    ["allOf"] = new JsonArray(Relocated(schema)),
                    ["$defs"] = definitions.DeepClone(),
                }.ToJsonString()
            );
        }

        return found;
    }

    private static JsonNode Relocated(JsonNode schema) =>
        JsonNode.Parse(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!;
}
