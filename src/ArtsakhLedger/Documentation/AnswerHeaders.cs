using ArtsakhLedger.Http;
using ArtsakhLedger.Recording;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>What the OpenAPI document says of headers: conditional requests, repeated requests, redirects, links.</summary>
public static class AnswerHeaders
{
    private const string Tag = "\"5f0d3a9e1c7b42d8a6e4f1b0c2d39587\"";

    /// <summary>The addresses whose answers have no ETag: what they tell is of this moment, or of one client alone.</summary>
    private static readonly string[] Untagged =
    [
        "dates",
        "feed",
        "health/live",
        "health/ready",
        "contribute",
        "contribute/sheet",
        "log/consistency",
    ];

    private static readonly string[] WithoutKey = ["contribute", "contribute/sheet", "sources/{id}/snapshots"];

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Cache-Control"] =
            "`immutable` where the answer is pinned to the past, and can never change; otherwise ask again, with `If-None-Match`.",
        ["Content-Location"] = "The address at which this very answer stays, where a batch was named.",
        ["ETag"] = "The version of the answer, in this representation and encoding.",
        ["Ledger-Head"] = "The position of the ledger's head.",
        ["Link"] = "The next page of a list (`rel=\"next\"`), where there is one.",
        ["Location"] = "The address to go to.",
        ["Retry-After"] = "After how many seconds to ask again.",
        ["Vary"] = "The headers of the request that the answer depends on.",
        ["WWW-Authenticate"] = "What the address needs (RFC 6750).",
    };

    /// <summary>The headers of these names, described.</summary>
    public static IDictionary<string, IOpenApiHeader> Of(params IEnumerable<string> names) =>
        names.ToDictionary(
            name => name,
            IOpenApiHeader (name) =>
                new OpenApiHeader
                {
                    Description = Texts[name],
                    Schema = new OpenApiSchema
                    {
                        Type = name is "Ledger-Head" or "Retry-After" ? JsonSchemaType.Integer : JsonSchemaType.String,
                    },
                }
        );

    public static void Describe(OpenApiOptions options) =>
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                operation.Responses ??= [];
                if (HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
                {
                    DescribeReading(operation, context.Description.RelativePath?.Trim('/') ?? "");
                }
                else
                {
                    DescribeWriting(operation, context);
                }

                return Task.CompletedTask;
            }
        );

    private static void DescribeReading(OpenApiOperation operation, string path)
    {
        if (operation.Responses!["200"] is not OpenApiResponse answer)
        {
            return;
        }

        var isOfRecord = answer.Content?.Count > 0 && !path.StartsWith("guide", StringComparison.Ordinal);
        if (Untagged.Contains(path))
        {
            return;
        }

        var named = operation.Parameters?.Select(parameter => parameter.Name).ToHashSet() ?? [];
        string[] headers =
        [
            "ETag",
            "Cache-Control",
            .. path.StartsWith("log/", StringComparison.Ordinal) ? Array.Empty<string>() : ["Vary"],
            .. isOfRecord && !path.StartsWith("log/", StringComparison.Ordinal) ? ["Ledger-Head"] : Array.Empty<string>(),
            .. named.Contains("known-at") || named.Contains("known-to") ? ["Content-Location"] : Array.Empty<string>(),
            .. named.Contains("cursor") ? ["Link"] : Array.Empty<string>(),
        ];
        answer.Headers = Of(headers);
        operation.Parameters ??= [];
        operation.Parameters.Add(Parameter("If-None-Match", $"The `ETag` of the answer that you have, such as `{Tag}`.", required: false));
        operation.Responses["304"] = new OpenApiResponse
        {
            Description = "You have the answer already: it is the one that `If-None-Match` names.",
            Headers = Of(headers),
        };
        if (answer.Content!.ContainsKey(Representation.Html) && answer.Content.ContainsKey(Representation.Json))
        {
            operation.Responses["302"] = new OpenApiResponse
            {
                Description =
                    "To a browser: the address of the page, with a date where none was asked, without empty fields of a form and without parameters of other sites.",
                Headers = Of("Location", "Vary"),
            };
        }
    }

    private static void DescribeWriting(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters ??= [];
        if (operation.Responses!.GetValueOrDefault("201") is OpenApiResponse { Content: { } content } created)
        {
            var location = Of("Location", "Cache-Control");
            ((OpenApiHeader)location["Location"]).Description = "The address of what was recorded.";
            ((OpenApiHeader)location["Cache-Control"]).Description = "`no-store`.";
            created.Headers = location;
            if (content.Values.Any(media => media.Schema is OpenApiSchemaReference { Reference.Id: nameof(RecordedAnswer) }))
            {
                created.Headers["ETag"] = Of("ETag")["ETag"];
                ((OpenApiHeader)created.Headers["ETag"]).Description =
                    "The version of the fact as it stands now: what `If-Match` of a next change names.";
            }
        }

        if (
            context.Description.RelativePath?.Trim('/') is "batches" or "sources/{id}/snapshots"
            && operation.Responses!.GetValueOrDefault("200") is OpenApiResponse again
        )
        {
            again.Headers = Of("Location");
        }

        if (ProblemDescription.IsOfVersion(context.Description))
        {
            operation.Parameters.Add(
                Parameter(
                    "If-Match",
                    "The `ETag` of the fact that you saw. One that was changed since is not changed over it (412).",
                    required: true
                )
            );
        }

        // A form has its key in a field, and the same text again changes nothing.
        if (!WithoutKey.Contains(context.Description.RelativePath?.Trim('/')))
        {
            operation.Parameters.Add(
                Parameter(
                    Idempotency.Header,
                    "A quoted string of your own, such as `\"8e03978e-40d5-43dd-bc93-6894a57f9324\"`: the same request sent again under it records nothing twice and gets the first answer.",
                    required: false
                )
            );
        }
    }

    private static OpenApiParameter Parameter(string name, string description, bool required) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
