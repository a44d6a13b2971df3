using System.Reflection;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Vocabulary;

/// <summary>The fields of each kind of fact that can be sent as one, from the schema that requests and the files of events/ follow too.</summary>
public static class FactFields
{
    private static readonly string[] NotOfEntities = ["fact", "facts", "same"];

    private static readonly IReadOnlyDictionary<string, JsonObject> Schemas = FactSchemas.OfRequests();

    private static readonly Dictionary<string, IReadOnlyList<FactField>> ByType = FactSchemas
        .KindsIn(Schemas)
        .ToDictionary(
            kind => kind,
            kind =>
                (IReadOnlyList<FactField>)
                    [.. FieldsOf(Schemas[kind], FactType.Named(kind)!.Type).Where(field => field.Name is not ("type" or "citations"))]
        );

    /// <summary>Every kind of fact, with what it is.</summary>
    public static IReadOnlyList<(string Name, string Hint)> Kinds { get; } =
    [.. ByType.Keys.Select(kind => (kind, HintOf(Schemas[kind]) ?? ""))];

    /// <summary>The fields of a citation.</summary>
    public static IReadOnlyList<FactField> Citation { get; } = [.. FieldsOf(Schemas["citation"], typeof(Citation))];

    /// <summary>The fields of a kind of fact without its type and citations, in the order of the schema; null where there is no such kind.</summary>
    public static IReadOnlyList<FactField>? Of(string kind) => ByType.GetValueOrDefault(kind);

    /// <summary>The example that the schema gives of a kind of fact, with type and polity and without an id.</summary>
    public static JsonObject? ExampleOf(string kind) => Schemas[kind]["examples"]?[0]?.DeepClone().AsObject();

    private static IEnumerable<FactField> FieldsOf(JsonObject schema, Type? type)
    {
        var required = schema["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        return schema["properties"]!
            .AsObject()
            .Select(property => FieldOf(property.Key, property.Value!.AsObject(), type, required.Contains(property.Key)));
    }

    private static FactField FieldOf(string name, JsonObject schema, Type? type, bool required)
    {
        var target = Referred(schema);
        var shape = target is null ? schema : Schemas[target];
        var items = schema["items"] as JsonObject;
        var field = new FactField(name, ShapeOf(name, target, shape, items), required)
        {
            Hint = HintOf(schema) ?? (target is null ? null : HintOf(Schemas[target])),
            Kinds =
                type?.GetProperty($"{char.ToUpperInvariant(name[0])}{name[1..]}")?.GetCustomAttribute<OfKindAttribute>(inherit: true)?.Kinds
                ?? [],
        };
        return field.Shape switch
        {
            FieldShape.Choice => field with { Choices = Words(shape["enum"]!) },
            FieldShape.Choices => field with { Choices = Words(items!["enum"]!) },
            FieldShape.Group => field with { Parts = [.. FieldsOf(shape, null)] },
            _ => field,
        };
    }

    private static FieldShape ShapeOf(string name, string? target, JsonObject shape, JsonObject? items) =>
        target switch
        {
            "party" => FieldShape.Party,
            "edtf" or "date" => FieldShape.Date,
            "post" => FieldShape.Entity,
            "entityId" when !NotOfEntities.Contains(name) => FieldShape.Entity,
            _ when items is not null && Referred(items) is "party" or "entityId" => NotOfEntities.Contains(name)
                ? FieldShape.Entries
                : FieldShape.Parties,
            _ when items?["enum"] is JsonArray => FieldShape.Choices,
            _ when shape["type"]?.ToString() == "boolean" => FieldShape.Flag,
            _ when shape["enum"] is JsonArray => FieldShape.Choice,
            _ when shape["properties"] is JsonObject => FieldShape.Group,
            _ when shape["type"]?.ToString() == "integer" => FieldShape.Number,
            _ => FieldShape.Text,
        };

    private static List<string> Words(JsonNode words) => [.. words.AsArray().Select(word => word!.ToString())];

    private static string? HintOf(JsonObject schema) => schema["description"]?.ToString();

    private static string? Referred(JsonObject schema) => schema["$ref"]?.ToString().Split('/')[^1];
}
