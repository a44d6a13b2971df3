using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>Refers to a list of values by its name wherever it stands. Generators of clients make a type of each that is described in place, and the types of
/// what is sent and of what is answered would not fit one another.</summary>
public static class NamedSchemas
{
    public static void Describe(OpenApiOptions options) =>
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                var schemas = document.Components!.Schemas!;
                var names = schemas
                    .Where(schema => schema.Value.Enum is { Count: > 0 })
                    .ToDictionary(schema => ValuesOf(schema.Value), schema => schema.Key);
                foreach (var schema in schemas.Values.OfType<OpenApiSchema>())
                {
                    foreach (var (member, described) in schema.Properties?.ToList() ?? [])
                    {
                        schema.Properties![member] = Named(described, names, document);
                    }
                }

                return Task.CompletedTask;
            }
        );

    private static IOpenApiSchema Named(IOpenApiSchema described, Dictionary<string, string> names, OpenApiDocument document)
    {
        if (described is not OpenApiSchema inPlace)
        {
            return described;
        }

        if (inPlace.Enum is { Count: > 0 } && names.TryGetValue(ValuesOf(inPlace), out var name))
        {
            return new OpenApiSchemaReference(name, document) { Description = inPlace.Description };
        }

        if (inPlace.Items is not null)
        {
            inPlace.Items = Named(inPlace.Items, names, document);
        }

        return inPlace;
    }

    private static string ValuesOf(IOpenApiSchema schema) =>
        new JsonArray([.. schema.Enum!.Select(value => value?.DeepClone())]).ToJsonString();
}
