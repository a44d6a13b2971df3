using ArtsakhLedger.DryRuns;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Recording;

/// <summary>Describes dry runs in the OpenAPI document, the same for every address that offers them. What was recorded and what a dry run found share
/// one schema: of several, generators of clients give the type of one.</summary>
public static class DryRunDocumentation
{
    private const string Json = "application/json";

    /// <summary>The answers to what was recorded, and the schemas that each shares with dry runs.</summary>
    private static readonly (string Recorded, string Shared)[] Answers =
    [
        (nameof(RecordedAnswer), "WriteAnswer"),
        (nameof(RecordedBatchAnswer), "BatchWriteAnswer"),
    ];

    public static void Describe(OpenApiOptions options)
    {
        options.AddOperationTransformer(
            (operation, _, _) =>
            {
                DescribeParameter(operation);
                return Task.CompletedTask;
            }
        );
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                ShareSchemas(document);
                return Task.CompletedTask;
            }
        );
    }

    private static void DescribeParameter(OpenApiOperation operation)
    {
        if (
            operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == DryRunParameter.Parameter)
            is not { } asked
        )
        {
            return;
        }

        asked.Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean };
        asked.Description =
            "With true, the request is checked in full and nothing is appended: the response (200) says which answers would flip, on which days, and because of which fact.";
        operation.Responses ??= [];
        var recordedBefore =
            operation.Responses.GetValueOrDefault("200")?.Content?.Values.FirstOrDefault()?.Schema is OpenApiSchemaReference
            {
                Reference.Id: nameof(RecordedBatchAnswer)
            };
        operation.Responses["200"] = new OpenApiResponse
        {
            Description = recordedBefore
                ? "All of it was recorded already; or what a dry run found. Nothing was appended."
                : "What a dry run found; nothing was appended.",
            Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() },
        };
    }

    private static void ShareSchemas(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        foreach (var (recorded, shared) in Answers)
        {
            document.AddComponent<IOpenApiSchema>(
                shared,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description =
                        "What was recorded; or, of a dry run, what would be. Each has members of its own, and the others are left out.",
                    Properties = schemas[recorded].Properties!.Concat(schemas[nameof(DryRunAnswer)].Properties!).ToDictionary(),
                }
            );
            foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
            {
                if (
                    operation.Responses?.GetValueOrDefault("201")?.Content is { } content
                    && content.TryGetValue(Json, out var media)
                    && media.Schema is OpenApiSchemaReference { Reference.Id: { } name }
                    && name == recorded
                )
                {
                    media.Schema = new OpenApiSchemaReference(shared, document);
                    operation.Responses["200"].Content![Json].Schema = new OpenApiSchemaReference(shared, document);
                }
            }
        }

        foreach (var name in Answers.Select(answer => answer.Recorded).Append(nameof(DryRunAnswer)).Append(nameof(RecordResult)))
        {
            schemas.Remove(name);
        }
    }
}
