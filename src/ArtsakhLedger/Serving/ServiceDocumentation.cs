using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace ArtsakhLedger.Serving;

/// <summary>The OpenAPI document and the page that shows it.</summary>
public static class ServiceDocumentation
{
    private const string Problem = "Problem";

    // Requests that change a fact apply to the version that If-Match names.
    private static readonly string[] Changes = ["corrections", "retractions", "reinstatements"];

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["known-at"] =
            "As known at a position, the last part of a batch (`artsakh/0001-article`; the short name beside a polity), or an instant (RFC 3339). Without it, the head of the ledger.",
        ["known-from"] = "The earlier of two states of knowledge: a position, a batch, or an instant.",
        ["known-to"] = "The later of two states of knowledge: a position, a batch, or an instant. Without it, the head of the ledger.",
        ["Last-Event-ID"] = "The id of the last fact that was read, which browsers send by themselves when they reconnect.",
        ["dry-run"] = "`true`: says what would change, and records nothing.",
    };

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(DescribeService);
        options.AddOperationTransformer(DescribeOperation);
    }

    private static Task DescribeService(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "ArtsakhLedger",
            Version = "1",
            Description = "What was true of a polity's foreign relations on a date, as known on another date, how surely, and who says so.",
        };
        document.Servers = [];
        document.AddComponent(
            Problem,
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Problem details (RFC 9457).",
                Required = new HashSet<string> { "type", "title", "status", "detail" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["type"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Description = "A stable identifier of the kind of problem.",
                    },
                    ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                    ["detail"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Description = "What is wrong, and what to send instead.",
                    },
                    ["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The parameter that it is about." },
                    ["errors"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Description = "Everything that is wrong with a body, each with a JSON pointer (RFC 6901) and a message.",
                        Items = new OpenApiSchema { Type = JsonSchemaType.Object },
                    },
                },
            }
        );
        return Task.CompletedTask;
    }

    /// <summary>Describes what all operations share: common parameters and error responses.</summary>
    private static Task DescribeOperation(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "");
        }

        foreach (var status in RefusalsOf(context.Description))
        {
            operation.Responses ??= [];
            operation.Responses[$"{status}"] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
                },
            };
        }

        return Task.CompletedTask;
    }

    private static int[] RefusalsOf(ApiDescription operation) =>
        operation.HttpMethod == HttpMethods.Post
            ? [400, 404, 409, 413, 415, 422, 429, .. Changes.Contains(operation.RelativePath?.Split('/')[^1]) ? new[] { 412, 428 } : []]
            : [400, 404, 406, .. operation.ParameterDescriptions.Any(parameter => parameter.Name == "rules") ? new[] { 410 } : []];

    public static void Present(ScalarOptions options) =>
        options.WithTitle("ArtsakhLedger").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts();
}
