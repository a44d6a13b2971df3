using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>How operations refuse: problem details (RFC 9457), or a page to a browser.</summary>
public static class ProblemDescription
{
    /// <summary>The name of the schema of problem details.</summary>
    public const string Problem = "Problem";

    private const string Error = "ProblemError";
    private const string MediaType = "application/problem+json";

    // Requests that change a fact apply to the version that If-Match names.
    private static readonly string[] Changes = ["corrections", "retractions", "reinstatements"];

    /// <summary>Whether an operation needs <c>If-Match</c>.</summary>
    public static bool IsOfVersion(ApiDescription operation) =>
        operation.HttpMethod == HttpMethods.Post && Changes.Contains(operation.RelativePath?.Split('/')[^1]);

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.AddComponent(Error, ErrorSchema());
                document.AddComponent(Problem, Schema(document));
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                operation.Responses ??= [];
                foreach (var status in RefusalsOf(context.Description))
                {
                    operation.Responses[$"{status}"] = Refusal(ReasonPhrases.GetReasonPhrase(status), status, context.Document);
                }

                operation.Responses["default"] = Refusal("Any other refusal.", null, context.Document);
                return Task.CompletedTask;
            }
        );
    }

    private static IEnumerable<int> RefusalsOf(ApiDescription operation) =>
        operation.HttpMethod == HttpMethods.Post
            ?
            [
                400,
                401,
                403,
                404,
                409,
                .. IsOfVersion(operation) ? [412] : Array.Empty<int>(),
                413,
                415,
                422,
                .. IsOfVersion(operation) ? [428] : Array.Empty<int>(),
                429,
                503,
            ]
            :
            [
                400,
                404,
                406,
                .. operation.ParameterDescriptions.Any(parameter => parameter.Name == "rules") ? [410] : Array.Empty<int>(),
                503,
            ];

    private static OpenApiResponse Refusal(string text, int? status, OpenApiDocument? document) =>
        new()
        {
            Description = status switch
            {
                StatusCodes.Status401Unauthorized => "The token is missing, expired or not valid.",
                StatusCodes.Status403Forbidden => "The token does not give the role that this address needs.",
                _ => text,
            },
            Headers = status switch
            {
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => AnswerHeaders.Of("WWW-Authenticate"),
                StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => AnswerHeaders.Of("Retry-After"),
                _ => null,
            },
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaType] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
                [Representation.Html] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The same problem as a page, to a browser." },
                },
            },
        };

    private static OpenApiSchema Schema(OpenApiDocument document) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "Problem details (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "detail", "instance" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("A stable identifier of the kind of problem."),
                ["title"] = Text("What is wrong, the same sentence for every problem of the kind."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status of the answer." },
                ["detail"] = Text("What is wrong, and what to send instead."),
                ["instance"] = Text("The path that was asked."),
                ["parameter"] = Text("The parameter that it is about."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "Everything that is wrong with a body.",
                    Items = new OpenApiSchemaReference(Error, document),
                },
                ["head"] = Number("The position of the ledger's head, where a position beyond it was asked for."),
                ["current"] = Text("The address of the current answer, where the program no longer has the rules of a pinned one."),
                ["position"] = Number("Where in a date the fault is, in characters from 0."),
                ["expected"] = Text("What was expected there."),
                ["offered"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "The media types that the address answers in.",
                    Items = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        };

    private static OpenApiSchema ErrorSchema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "One thing that is wrong with a body.",
            Required = new HashSet<string> { "pointer", "message" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["line"] = Number("The line of the body, from 1, where it has one entry a line."),
                ["pointer"] = Text("The place as a JSON pointer (RFC 6901); empty for the whole."),
                ["message"] = Text("What is wrong there, and what to write instead."),
            },
        };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Number(string description) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Description = description,
        };
}
