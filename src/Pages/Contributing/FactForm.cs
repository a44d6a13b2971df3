using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The fields of each kind of fact that can be contributed, from the schema that requests and the files of events/ follow too.</summary>
public static class FactForm
{
    /// <summary>The most citations that one form has.</summary>
    public const int MaxCitations = 50;

    private static readonly IReadOnlyDictionary<string, JsonObject> Schemas = FactSchemas.OfRequests();

    private static readonly Dictionary<string, IReadOnlyList<FormField>> ByType = FactSchemas
        .KindsIn(Schemas)
        .ToDictionary(
            kind => kind,
            kind =>
                (IReadOnlyList<FormField>)
                    [
                        .. from field in FieldsOf(Schemas[kind])
                        where field.Name is not ("type" or "citations")
                        orderby field.Name switch
                        {
                            "polity" => 0,
                            "id" => 2,
                            _ => 1,
                        }
                        select field,
                    ]
        );

    /// <summary>Every kind of fact, with what it is.</summary>
    public static IReadOnlyList<(string Name, string Hint)> Types { get; } =
    [.. ByType.Keys.Select(kind => (kind, HintOf(Schemas[kind]) ?? ""))];

    /// <summary>The fields of a citation.</summary>
    public static IReadOnlyList<FormField> Citation { get; } = [.. FieldsOf(Schemas["citation"])];

    /// <summary>The fields of a kind of fact without its citations; null where there is no such kind.</summary>
    public static IReadOnlyList<FormField>? Of(string type) => ByType.GetValueOrDefault(type);

    /// <summary>All boxes of a kind of fact, including those of its citations, with their labels.</summary>
    public static IEnumerable<(string Box, string Label)> BoxesOf(string type, int citations) =>
        [
            .. ByType[type].SelectMany(field => field.Boxes),
            .. from place in Enumerable.Range(0, citations)
            from field in Citation
            select (
                BoxOf(place, field),
                string.Create(CultureInfo.InvariantCulture, $"Citation {place + 1}, {field.Label.ToLowerInvariant()}")
            ),
        ];

    /// <summary>The box of a citation's field.</summary>
    public static string BoxOf(int citation, FormField field) =>
        string.Create(CultureInfo.InvariantCulture, $"citations/{citation}/{field.Name}");

    private static IEnumerable<FormField> FieldsOf(JsonObject schema)
    {
        var required = schema["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        return schema["properties"]!
            .AsObject()
            .Select(property => FieldOf(property.Key, property.Value!.AsObject(), required.Contains(property.Key)));
    }

    private static FormField FieldOf(string name, JsonObject schema, bool required)
    {
        var target = Referred(schema);
        var hint = HintOf(schema) ?? (target is null ? null : HintOf(Schemas[target]));
        var items = schema["items"] as JsonObject;
        var shape = target is null ? schema : Schemas[target];
        var field = target switch
        {
            "party" => new FormField(name, FieldInput.Party, required),
            "note" => new(name, FieldInput.Text, required),
            "edtf" or "date" => new(name, FieldInput.Line, required)
            {
                Hint = $"{hint} As EDTF, such as 2018-05-17, 2018-03, 1997, 1993/1997, [..2001-07-04], in the {DaysInWords.Calendar}.",
            },
            _ when items is not null && (Referred(items) is "party" or "entityId") => new(name, FieldInput.Parties, required),
            _ when items?["enum"] is JsonArray several => new(name, FieldInput.Choices, required) { Choices = Words(several) },
            _ when shape["type"]?.ToString() == "boolean" => new(name, FieldInput.Checkbox, required),
            _ when shape["enum"] is JsonArray words => new(name, FieldInput.Choice, required) { Choices = Words(words) },
            _ when shape["properties"] is JsonObject => new(name, FieldInput.Group, required) { Parts = [.. FieldsOf(shape)] },
            _ when shape["type"]?.ToString() == "integer" => new(name, FieldInput.Number, required),
            _ => new(name, name is "quote" or "prefix" or "suffix" ? FieldInput.Text : FieldInput.Line, required),
        };
        return field.Hint is null ? field with { Hint = hint } : field;
    }

    private static List<string> Words(JsonArray words) => [.. words.Select(word => word!.ToString())];

    private static string? HintOf(JsonObject schema) => schema["description"]?.ToString();

    private static string? Referred(JsonObject schema) => schema["$ref"]?.ToString().Split('/')[^1];
}
