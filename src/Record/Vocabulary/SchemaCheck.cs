using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Vocabulary;

/// <summary>Checks a fact against the schema of the files in events/, as far as the types of the fields do not: values that are listed, least values,
/// texts that say nothing, and the longest texts and lists. So the schema and the program agree.</summary>
internal static class SchemaCheck
{
    private const string Definitions = "#/$defs/";

    // The pattern of a text that begins and ends with something else than white space.
    private const string NotBlank = "^\\S(.*\\S)?$";

    private static readonly Lazy<IReadOnlyDictionary<Type, Constraint>> ByType = new(Compile);

    /// <summary>The problems of a fact; those of a correction's content are found with the content.</summary>
    public static IEnumerable<FactProblem> ProblemsOf(Fact fact) =>
        ByType.Value.TryGetValue(fact.GetType(), out var constraint)
            ? constraint.ProblemsOf((JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options)!, "")
            : [];

    private static Dictionary<Type, Constraint> Compile()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("events.schema.json")!;
        var definitions = JsonNode.Parse(stream)!["$defs"]!.AsObject();
        return FactType.All.ToDictionary(
            type => type.Type,
            type =>
                Constraint.Of(
                    definitions[
                        type.Type == typeof(EntityDescribed) ? "entity"
                        : type.Type == typeof(SourceArchived) ? "source"
                        : type.Name
                    ]!.AsObject(),
                    definitions
                )
        );
    }

    private static JsonObject Resolve(JsonObject schema, JsonObject definitions)
    {
        var merged = new JsonObject();
        for (
            var at = schema;
            at is not null;
            at = (at["$ref"]?.ToString() is { } reference ? definitions[reference[Definitions.Length..]] : null)?.AsObject()
        )
        {
            foreach (var (name, value) in at)
            {
                merged.TryAdd(name, value?.DeepClone());
            }
        }

        return merged;
    }

    private sealed class Constraint
    {
        // Party, EDTF date and the like are checked by what reads them.
        private const int Depth = 6;

        private string[]? listed;
        private bool mayBeBlank = true;
        private int? minimum;
        private int? maxLength;
        private int? maxItems;
        private int? maxProperties;
        private Constraint? items;
        private Dictionary<string, Constraint> members = [];

        public static Constraint Of(JsonObject schema, JsonObject definitions, int depth = 0)
        {
            var resolved = Resolve(schema, definitions);
            return new()
            {
                listed =
                    resolved["enum"] is JsonArray values && values.All(value => value?.GetValueKind() == JsonValueKind.String)
                        ? [.. values.Select(value => value!.ToString())]
                        : null,
                mayBeBlank = resolved["pattern"]?.ToString() != NotBlank,
                minimum = (int?)resolved["minimum"],
                maxLength = (int?)resolved["maxLength"],
                maxItems = (int?)resolved["maxItems"],
                maxProperties = (int?)resolved["maxProperties"],
                items = depth < Depth && resolved["items"] is JsonObject item ? Of(item, definitions, depth + 1) : null,
                members =
                    depth < Depth && resolved["properties"] is JsonObject properties
                        ? properties
                            .Where(member => member is { Key: not "content", Value: JsonObject })
                            .ToDictionary(member => member.Key, member => Of(member.Value!.AsObject(), definitions, depth + 1))
                        : [],
            };
        }

        public IEnumerable<FactProblem> ProblemsOf(JsonNode node, string pointer)
        {
            switch (node)
            {
                case JsonObject content:
                    if (content.Count > maxProperties)
                    {
                        yield return new(pointer, $"it has {content.Count} members; {maxProperties} are allowed");
                    }

                    foreach (var (name, value) in content)
                    {
                        if (value is not null && members.TryGetValue(name, out var member))
                        {
                            foreach (var problem in member.ProblemsOf(value, $"{pointer}/{name}"))
                            {
                                yield return problem;
                            }
                        }
                    }

                    break;
                case JsonArray list:
                    if (list.Count > maxItems)
                    {
                        yield return new(pointer, $"the list has {list.Count} items; {maxItems} are allowed");
                    }

                    for (var i = 0; items is not null && i < list.Count; i++)
                    {
                        foreach (var problem in list[i] is { } item ? items.ProblemsOf(item, $"{pointer}/{i}") : [])
                        {
                            yield return problem;
                        }
                    }

                    break;
                case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                    var text = value.GetValue<string>();
                    if (!mayBeBlank && string.IsNullOrWhiteSpace(text))
                    {
                        yield return new(pointer, "it is empty; write what the source says, or leave it out");
                    }

                    if (text.Length > maxLength)
                    {
                        yield return new(pointer, $"the text has {text.Length} characters; {maxLength} are allowed");
                    }

                    if (listed is not null && !listed.Contains(text))
                    {
                        yield return new(pointer, $"'{text}' is not one of {string.Join(", ", listed)}; write one of these");
                    }

                    break;
                case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                    if (value.TryGetValue<int>(out var number) && number < minimum)
                    {
                        yield return new(pointer, $"{number} is too small; write {minimum} or more");
                    }

                    break;
            }
        }
    }
}
