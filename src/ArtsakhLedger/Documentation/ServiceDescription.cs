using System.Reflection;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Database;
using ArtsakhLedger.Recording;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Wolverine.Http;

namespace ArtsakhLedger.Documentation;

/// <summary>What the OpenAPI document says of the service as a whole, and of what all operations share.</summary>
public static class ServiceDescription
{
    private static readonly Dictionary<string, (string? Text, Func<OpenApiSchema>? Schema)> Parameters = new()
    {
        ["known-at"] = (
            "As known at a position, the last part of a batch (`{polity}/{NNNN-name}`; the short name beside a polity), or an instant (RFC 3339). Without it, the head of the ledger.",
            null
        ),
        ["known-from"] = ("The earlier of two states of knowledge: a position, a batch, or an instant.", null),
        ["known-to"] = (
            "The later of two states of knowledge: a position, a batch, or an instant. Without it, the head of the ledger.",
            null
        ),
        ["Last-Event-ID"] = (
            "The id of the last fact that was read, which browsers send by themselves when they reconnect.",
            () => WholeNumber(0)
        ),
        ["after"] = (null, () => WholeNumber(0)),
        ["limit"] = (
            null,
            () =>
                new()
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = ListQuestion.MaximumLimit.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Default = JsonValue.Create(ListQuestion.DefaultLimit),
                }
        ),
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
            Title = context.ApplicationServices.GetRequiredService<NameInUse>().Name.Text,
            Version = "1",
            Description =
                "What was true of a polity's foreign relations on a date, as known on another date, how surely, and who says so. "
                + "Every GET may be sent from any origin (CORS), with any header; HEAD answers like GET, without a body. "
                + "A member that has no value is left out, except where its schema allows null.",
        };
        document.Servers = [];
        var examples = context.ApplicationServices.GetRequiredService<DocumentedExamples>().Current;
        foreach (var (path, item) in document.Paths)
        {
            foreach (
                var parameter in (item.Operations ?? [])
                    .Values.SelectMany(operation => operation.Parameters ?? [])
                    .OfType<OpenApiParameter>()
            )
            {
                if (ExampleOf(parameter.Name, path, examples) is { } example)
                {
                    parameter.Description = $"{parameter.Description} For example: `{example}`.";
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>An id of the record at hand for a parameter; null where it takes none, or nothing is recorded.</summary>
    private static string? ExampleOf(string? parameter, string path, ExamplesAtHand examples) =>
        (parameter, path) switch
        {
            ("polity", _) => examples.Polity,
            ("id", var fact) when fact.StartsWith("/facts/", StringComparison.Ordinal) => examples.Fact,
            ("id", var episode) when episode.StartsWith("/episodes/", StringComparison.Ordinal) => examples.Episode,
            ("batch", _) => examples.Batch,
            _ => null,
        };

    private static Task DescribeOperation(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var name = operation.OperationId;
        operation.OperationId = NameOf(context.Description);
        // Without remarks there is nothing more to say than the summary does.
        operation.Description = operation.Description == name ? null : DescribedText.OnOneLine(operation.Description);
        operation.Summary = DescribedText.OnOneLine(operation.Summary);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            var (text, schema) = Parameters.GetValueOrDefault(parameter.Name ?? "");
            parameter.Description = text ?? DescribedText.OnOneLine(parameter.Description);
            parameter.Schema = schema?.Invoke() ?? parameter.Schema;
        }

        return Task.CompletedTask;
    }

    /// <summary>The name that the endpoint has in the program; those without one have the words of their address.</summary>
    private static string NameOf(ApiDescription operation) =>
        operation
            .ActionDescriptor.EndpointMetadata.OfType<HttpChain>()
            .Select(endpoint => endpoint.Method.Method.GetCustomAttribute<WolverineHttpMethodAttribute>()?.Name)
            .FirstOrDefault()
        ?? operation.RelativePath!.Trim('/').Replace('/', '-');

    private static OpenApiSchema WholeNumber(int least) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Minimum = least.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
}
