using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Vocabulary;

/// <summary>The JSON Schemas of all types of fact, derived from the schema of the files in events/.</summary>
public static class FactSchemas
{
    /// <summary>The prefix of a reference from one schema to another.</summary>
    public const string Reference = "#/components/schemas/";

    /// <summary>The polity that the examples of the schema are about.</summary>
    public const string ExamplesAbout = "artsakh";

    private const string FileReference = "#/$defs/";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The types that have addresses of their own.</summary>
    private static readonly string[] NotSentAsFacts =
    [
        .. FactType
            .All.Where(type =>
                type.Type.IsSubclassOf(typeof(AboutFact))
                || type.Type == typeof(ClaimPreferred)
                || type.Type == typeof(SnapshotArchived)
                || type.Type == typeof(SourceAssessed)
            )
            .Select(type => type.Name),
    ];

    /// <summary>The names of the types of fact that <c>POST /facts</c> accepts.</summary>
    public static IReadOnlyList<string> KindsIn(IReadOnlyDictionary<string, JsonObject> schemas) =>
        [.. schemas["fact"]["oneOf"]!.AsArray().Select(kind => kind!["$ref"]!.ToString()[Reference.Length..])];

    /// <summary>The schema of the files of a ledger of one's own: the whole of it, without its examples, which are of another record.</summary>
    public static string OfFiles()
    {
        var schema = JsonNode.Parse(ReadText())!;
        foreach (var (_, definition) in schema["$defs"]!.AsObject())
        {
            definition!.AsObject().Remove("examples");
        }

        return schema.ToJsonString(Readable) + "\n";
    }

    /// <summary>The schemas for requests: unlike a file, a request names its polity, may omit the id, and does not repeat what its address says.</summary>
    /// <param name="examples">Examples by the name of their type, in place of the schema's own; the types that have none there have none then.</param>
    public static IReadOnlyDictionary<string, JsonObject> OfRequests(IReadOnlyDictionary<string, JsonObject>? examples = null)
    {
        var definitions = JsonNode.Parse(ReadText().Replace(FileReference, Reference, StringComparison.Ordinal))!["$defs"]!.AsObject();
        foreach (var (name, definition) in definitions)
        {
            if (FactType.Named(name) is { } type)
            {
                AsRequest(definition!.AsObject(), type);
            }

            if (examples is not null)
            {
                var example = examples.GetValueOrDefault(name);
                definition!.AsObject().Remove("examples");
                if (example is not null)
                {
                    definition["examples"] = new JsonArray(example.DeepClone());
                }
            }
        }

        var fact = definitions["fact"]!.AsObject();
        fact["oneOf"] = new JsonArray([
            .. fact["oneOf"]!
                .AsArray()
                .Where(kind => !NotSentAsFacts.Contains(kind!["$ref"]!.ToString()[Reference.Length..]))
                .Select(kind => kind!.DeepClone()),
        ]);
        return definitions.ToDictionary(definition => definition.Key, definition => definition.Value!.DeepClone().AsObject());
    }

    private static string ReadText()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("events.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void AsRequest(JsonObject schema, FactType type)
    {
        var required = schema["required"]!.AsArray().Select(name => name!.ToString()).Where(name => name != "id");
        var example = schema["examples"]?[0]?.AsObject();
        example?.Remove("id");
        if (NotSentAsFacts.Contains(type.Name))
        {
            required = required.Where(name => name is not ("type" or "fact"));
            example?.Remove("type");
            example?.Remove("fact");
        }
        else if (!type.IsAboutTheRecord)
        {
            required = required.Append("polity");
            schema["properties"]!["polity"] = new JsonObject
            {
                ["$ref"] = Reference + "entityId",
                ["description"] = "The polity whose foreign relations the fact belongs to.",
            };
            example?.Insert(1, "polity", ExamplesAbout);
        }

        schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
    }
}
