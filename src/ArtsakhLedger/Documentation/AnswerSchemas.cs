using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ArtsakhLedger.Vocabulary;
using Edtf;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>The schemas of answers, as <see cref="FactJson"/> writes them: what is left out when it has no value is not required, and is null only where null is written.</summary>
public static class AnswerSchemas
{
    private const string Party = "PartyReference";

    private static readonly HashSet<string> OfRequests = new(ClientSchemas.OfRequests().Keys, StringComparer.OrdinalIgnoreCase);

    /// <summary>Which type each schema is of: no two may share one.</summary>
    private static readonly ConcurrentDictionary<string, JsonTypeInfo> Described = new();

    public static void Describe(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                WriteAsConverted(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            }
        );
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                Correct(document);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The name of a type's schema; null for what is described in place.</summary>
    /// <exception cref="InvalidOperationException">Another type has the name.</exception>
    public static string? NameOf(JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if ((info.Kind == JsonTypeInfoKind.None && !type.IsEnum) || OpenApiOptions.CreateDefaultSchemaReferenceId(info) is not { } name)
        {
            return null;
        }

        // Generators write names their own way, so that two that differ in case alone are one.
        name =
            type.IsNested ? $"{type.DeclaringType!.Name}{name}"
            : OfRequests.Contains(name) ? $"Recorded{name}"
            : name;
        var first = Described.GetOrAdd(name, info).Type;
        return (Nullable.GetUnderlyingType(first) ?? first) == type
            ? name
            : throw new InvalidOperationException($"{first} and {type} would share the schema {name}. Rename one.");
    }

    /// <summary>Refers to the schema of a type.</summary>
    public static async Task<OpenApiSchemaReference> ReferenceAsync(
        Type type,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellation);
        var name = Described.First(described => described.Value.Type == type).Key;
        if (context.Document!.Components?.Schemas?.ContainsKey(name) != true)
        {
            context.Document.AddComponent(name, schema);
        }

        return new(name, context.Document);
    }

    private static void WriteAsConverted(OpenApiSchema schema, Type type)
    {
        var one = Nullable.GetUnderlyingType(type) ?? type;
        if (one == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        }
        else if (one == typeof(EdtfDate) || one == typeof(Day))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (one == typeof(JsonNode))
        {
            schema.Type = JsonSchemaType.Object;
        }
    }

    private static void Correct(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        foreach (var (name, info) in Described)
        {
            if (!schemas.TryGetValue(name, out var found) || found is not OpenApiSchema schema)
            {
                continue;
            }

            schema.Description = DescribedText.OnOneLine(schema.Description);
            if (schema.Enum is { Count: > 0 })
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum = [.. schema.Enum.Where(value => value?.GetValueKind() == System.Text.Json.JsonValueKind.String)];
            }
            else if (info.Kind == JsonTypeInfoKind.Object)
            {
                CorrectMembers(schema, info, document);
            }
        }

        schemas[Party] = PartySchema(schemas);
    }

    private static void CorrectMembers(OpenApiSchema schema, JsonTypeInfo info, OpenApiDocument document)
    {
        schema.Required = new HashSet<string>();
        if (info.Properties.FirstOrDefault(member => member.IsExtensionData) is { } others)
        {
            schema.Properties?.Remove(others.Name);
            schema.AdditionalProperties = new OpenApiSchema();
        }

        foreach (var member in info.Properties.Where(member => schema.Properties?.ContainsKey(member.Name) == true))
        {
            var (always, orNull) = Written(member);
            var described = schema.Properties![member.Name];
            if (always)
            {
                schema.Required.Add(member.Name);
            }

            var written = orNull ? described : WithoutNull(described);
            written.Description = DescribedText.OnOneLine(written.Description);
            schema.Properties[member.Name] = written;
            if (member.PropertyType == typeof(IReadOnlyList<object>) && described is OpenApiSchema parties)
            {
                parties.Items = new OpenApiSchemaReference(Party, document);
            }
            else if (
                member.PropertyType == typeof(IReadOnlyDictionary<string, object>)
                && schema.Properties[member.Name] is OpenApiSchema details
            )
            {
                // A text, a number, a truth value, an object or a list: which, its name says. Generators have no type for that.
                details.AdditionalProperties = new OpenApiSchema();
            }
        }
    }

    /// <summary>Whether a member is written in every answer, and whether it may be null.</summary>
    private static (bool Always, bool OrNull) Written(JsonPropertyInfo member)
    {
        var canBeNull =
            Nullable.GetUnderlyingType(member.PropertyType) is not null || (!member.PropertyType.IsValueType && member.IsGetNullable);
        return member
            .AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            .Cast<JsonIgnoreAttribute>()
            .FirstOrDefault()
            ?.Condition switch
        {
            JsonIgnoreCondition.Never => (true, canBeNull),
            JsonIgnoreCondition.WhenWritingDefault => (false, false),
            _ => (!canBeNull, false),
        };
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return schema;
        }

        if (own.OneOf?.Where(one => one.Type != JsonSchemaType.Null).ToList() is [var only])
        {
            return only;
        }

        own.Type &= ~JsonSchemaType.Null;
        return own;
    }

    /// <summary>A party as answers name it: an entity, or one that its source leaves unnamed. One object with the members of both, because most generators of
    /// clients have no type for a choice.</summary>
    private static OpenApiSchema PartySchema(IDictionary<string, IOpenApiSchema> schemas) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "An entity, by its id and name; or a party that a source leaves unnamed, in its words.",
            Properties = new Dictionary<string, IOpenApiSchema>(schemas[nameof(Entities.EntityReference)].Properties!)
            {
                ["unnamed"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "What the source says of it: \"a U.S. state\".",
                },
                ["mayBe"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "The ids of the entities that it could be.",
                    Items = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        };
}
