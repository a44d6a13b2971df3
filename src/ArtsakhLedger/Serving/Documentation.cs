using Microsoft.AspNetCore.OpenApi;
using Scalar.AspNetCore;

namespace ArtsakhLedger.Serving;

/// <summary>The OpenAPI document and the page that shows it.</summary>
public static class Documentation
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "ArtsakhLedger",
            Version = "1",
            Description = "What was true of a polity's foreign relations on a date, as known on another date, how surely, and who says so.",
        };
        document.Servers = [];
        return Task.CompletedTask;
    });

    public static void Present(ScalarOptions options) => options
        .WithTitle("ArtsakhLedger")
        .WithOpenApiRoutePattern("/openapi/{documentName}.json")
        .DisableDefaultFonts();
}
