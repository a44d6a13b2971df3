using ArtsakhLedger.Answers;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>What the OpenAPI document says of answers in other forms than JSON: text, as long as a validator has no name for what is in it.</summary>
public static class AnswerMedia
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        [Representation.Csv] = "A table in CSV (RFC 4180), in UTF-8, with a header line.",
        [Representation.Html] = "The same answer as a page for people.",
        [Representation.Svg] = "A picture.",
        ["text/markdown"] = "The guide in Markdown.",
        ["text/plain"] = "Plain text in UTF-8.",
    };

    public static void Describe(OpenApiOptions options) =>
        options.AddOperationTransformer(
            async (operation, context, cancellation) =>
            {
                foreach (var answer in context.Description.SupportedResponseTypes.Where(answer => answer.StatusCode is 200 or 201))
                {
                    var described = operation.Responses?.GetValueOrDefault($"{answer.StatusCode}");
                    foreach (var (type, media) in described?.Content?.ToArray() ?? [])
                    {
                        media.Schema = await SchemaOfAsync(type, answer, media.Schema, context, cancellation);
                        if (ItemOf(type, answer) is { } item)
                        {
                            ((OpenApiMediaType)media).WithItems(await NameOfAsync(item, context, cancellation));
                        }
                    }
                }
            }
        );

    private static async Task<IOpenApiSchema?> SchemaOfAsync(
        string media,
        ApiResponseType answer,
        IOpenApiSchema? schema,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    ) =>
        media switch
        {
            Representation.Json => schema,
            "application/octet-stream" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            LinkedDataAnswer.MediaType => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Linked data (JSON-LD 1.1) in the terms of PROV-O and Web Annotation.",
                Required = new HashSet<string> { "@context", "@graph" },
            },
            _ when ItemOf(media, answer) is { } item => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description =
                    $"{(media == Representation.Lines ? "One item a line (NDJSON)" : "Server-sent events; the data of each is an item")}: {await NameOfAsync(item, context, cancellation)}.",
            },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Description = Texts[media] },
        };

    private static async Task<string> NameOfAsync(Type item, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        (await AnswerSchemas.ReferenceAsync(item, context, cancellation)).Reference.Id!;

    /// <summary>What a text with many items has on each line, or in each event: what a page of the list in JSON has as its items.</summary>
    private static Type? ItemOf(string media, ApiResponseType answer) =>
        media switch
        {
            "text/event-stream" => answer.Type,
            Representation.Lines => answer.Type!.GetProperty(nameof(Page<>.Items))!.PropertyType.GetGenericArguments()[0],
            _ => null,
        };
}
