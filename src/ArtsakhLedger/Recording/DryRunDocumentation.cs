using ArtsakhLedger.DryRuns;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Recording;

/// <summary>Describes dry runs in the OpenAPI document, the same for every address that offers them.</summary>
public static class DryRunDocumentation
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Components?.Schemas?.Remove(nameof(RecordResult));
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            async (operation, context, cancellation) =>
            {
                if (
                    operation
                        .Parameters?.OfType<OpenApiParameter>()
                        .FirstOrDefault(parameter => parameter.Name == DryRunParameter.Parameter)
                    is not { } asked
                )
                {
                    return;
                }

                asked.Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean };
                asked.Description =
                    "With true, the request is checked in full and nothing is appended: the response (200) says which answers would flip, on which days, and because of which fact.";
                context.Document?.AddComponent(
                    nameof(DryRunAnswer),
                    await context.GetOrCreateSchemaAsync(typeof(DryRunAnswer), cancellationToken: cancellation)
                );
                var answer = new OpenApiSchemaReference(nameof(DryRunAnswer), context.Document);
                operation.Responses ??= [];
                var other =
                    operation.Responses.TryGetValue("200", out var described)
                    && described.Content?.TryGetValue("application/json", out var content) is true
                    && content.Schema is not OpenApiSchemaReference { Reference.Id: nameof(RecordResult) } // writes the answer, and is none
                        ? content.Schema
                        : null;
                operation.Responses["200"] = new OpenApiResponse
                {
                    Description = other is null
                        ? "What a dry run found; nothing was appended."
                        : "All of it was recorded already; or what a dry run found. Nothing was appended.",
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/json"] = new() { Schema = other is null ? answer : new OpenApiSchema { AnyOf = [other, answer] } },
                    },
                };
            }
        );
    }
}
