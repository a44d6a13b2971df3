using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ArtsakhLedger.Recording;

/// <summary>Describes bodies in the OpenAPI document: every kind of fact with its fields and an example, from the same schema as the files
/// of <c>events/</c>.</summary>
public static class RequestDocumentation
{
    /// <summary>The types that each address accepts; if several accept a type, the type's own address comes first.</summary>
    private static readonly (string Address, string Body)[] Bodies =
    [
        ("facts", "fact"),
        ("facts/{id}/corrections", "fact-corrected"),
        ("facts/{id}/retractions", "fact-retracted"),
        ("facts/{id}/reinstatements", "fact-reinstated"),
        ("facts/{id}/denials", "fact-denied"),
        ("facts/{id}/corroborations", "fact-corroborated"),
        ("entities/{id}/corrections", "fact-corrected"),
        ("sources/{id}/corrections", "fact-corrected"),
        ("facts/{id}/identifications", "facts-identified"),
        ("sources/{id}/assessments", "source-assessed"),
        ("preferences", "claim-preferred"),
        ("entities", "entity"),
        ("sources", "source"),
    ];

    /// <summary>The address that accepts text instead of JSON.</summary>
    private const string Texts = "sources/{id}/snapshots";

    /// <summary>The address that accepts one entry per line.</summary>
    private const string Batches = "batches";

    /// <summary>The schema of one line of it.</summary>
    private const string BatchEntry = "batch-entry";

    /// <summary>The address that accepts a form.</summary>
    private const string Form = "contribute";

    /// <summary>The address for a type of fact, if it has one of its own; null for those that <c>POST /facts</c> accepts.</summary>
    public static string? AddressOf(FactType type)
    {
        var body =
            type.Type == typeof(EntityDescribed) ? "entity"
            : type.Type == typeof(SourceArchived) ? "source"
            : type.Name;
        return Array.Find(Bodies, one => one.Body == body).Address is { } address ? $"/{address}" : null;
    }

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            async (document, context, _) =>
            {
                foreach (var (name, schema) in Read(SchemasFor(context.ApplicationServices)))
                {
                    document.AddComponent(name, schema);
                }

                document.AddComponent(BatchEntry, EntrySchema());
            }
        );
        options.AddOperationTransformer(
            async (operation, context, _) =>
            {
                if (context.Description.RelativePath?.Trim('/') == Texts)
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Description = "The text itself, in UTF-8.",
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["text/plain"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                        },
                    };
                }

                if (context.Description.HttpMethod == HttpMethods.Post && context.Description.RelativePath?.Trim('/') == Form)
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Description =
                            "The fields of a fact as the form of GET /contribute names them: a place in the fact as a JSON pointer, without the slash before it.",
                        Content = new Dictionary<string, OpenApiMediaType> { [FormBody.MediaType] = new() { Schema = FormSchema() } },
                    };
                }

                if (context.Description.HttpMethod == HttpMethods.Post && context.Description.RelativePath?.Trim('/') == Batches)
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Description = "The entries of the batch, one a line.",
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            [Representation.Lines] = BatchLines(SchemasFor(context.ApplicationServices)),
                        },
                    };
                }

                if (
                    context.Description.HttpMethod != HttpMethods.Post
                    || Array.Find(Bodies, one => one.Address == context.Description.RelativePath?.Trim('/')) is not { Body: { } body }
                )
                {
                    return;
                }

                var schemas = SchemasFor(context.ApplicationServices);
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/json"] = new()
                        {
                            Schema = new OpenApiSchemaReference(body, context.Document),
                            Examples = (body == "fact" ? FactSchemas.KindsIn(schemas) : [body])
                                .Where(kind => schemas[kind]["examples"] is JsonArray)
                                .ToDictionary(
                                    kind => kind,
                                    kind => (IOpenApiExample)new OpenApiExample { Value = schemas[kind]["examples"]![0]!.DeepClone() }
                                ),
                        },
                    },
                };
            }
        );
    }

    private static OpenApiSchema FormSchema()
    {
        var names = new[] { "type", "key", "press", "token" };
        return new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(names),
            Properties = names.ToDictionary(name => name, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String }),
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }

    private static OpenApiMediaType BatchLines(IReadOnlyDictionary<string, JsonObject> schemas) =>
        new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = $"One entry a line (NDJSON): {BatchEntry}." },
            Example = schemas
                .Keys.OrderBy(type => type != "office-opened")
                .Select(type => Line(type, schemas[type]))
                .FirstOrDefault(line => line is not null),
        }.WithItems(BatchEntry);

    private static OpenApiSchema EntrySchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description =
                "An entry of a batch: its type, and what the schema of that type has. The polity is that of the batch's name, and may be left out.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. FactType.All.Select(type => (JsonNode)type.Name)] },
            },
            Required = new HashSet<string> { "type" },
            AdditionalProperties = new OpenApiSchema(),
        };

    /// <summary>The example of a type as a line of a batch; null where there is none.</summary>
    private static JsonValue? Line(string type, JsonObject schema)
    {
        if (FactType.Named(type) is null || schema["examples"]?[0]?.DeepClone() is not JsonObject line)
        {
            return null;
        }

        line["type"] = type;
        line.Remove("polity"); // which the batch's name says
        return JsonValue.Create($"{line.ToJsonString(FactJson.Options)}\n");
    }

    private static IReadOnlyDictionary<string, JsonObject> SchemasFor(IServiceProvider services) =>
        FactSchemas.OfRequests(services.GetRequiredService<DocumentedExamples>().Current.Bodies);

    /// <summary>Reads the schemas as one document, since they refer to one another.</summary>
    private static IDictionary<string, IOpenApiSchema> Read(IReadOnlyDictionary<string, JsonObject> schemas) =>
        OpenApiModelFactory
            .Parse(
                new JsonObject
                {
                    ["openapi"] = "3.1.0",
                    ["info"] = new JsonObject { ["title"] = "Facts", ["version"] = "1" },
                    ["paths"] = new JsonObject(),
                    ["components"] = new JsonObject
                    {
                        ["schemas"] = new JsonObject(schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value))),
                    },
                }.ToJsonString(),
                "json"
            )
            .Document!.Components!.Schemas!;
}
