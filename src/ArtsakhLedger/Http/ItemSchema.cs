using System.Text.Json.Nodes;
using ArtsakhLedger.Vocabulary;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Http;

/// <summary>Says in the OpenAPI document what each line, or each event, of a text is. OpenAPI 3.1 has no word for that.</summary>
public static class ItemSchema
{
    /// <summary>The name of the extension, after <c>itemSchema</c> of OpenAPI 3.2.</summary>
    public const string Name = "x-itemSchema";

    /// <summary>Adds what each item of a text is.</summary>
    /// <param name="media">The text.</param>
    /// <param name="schema">The name of the schema of an item.</param>
    public static OpenApiMediaType WithItems(this OpenApiMediaType media, string schema)
    {
        media.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        media.Extensions[Name] = new JsonNodeExtension(new JsonObject { ["$ref"] = $"{FactSchemas.Reference}{schema}" });
        return media;
    }
}
