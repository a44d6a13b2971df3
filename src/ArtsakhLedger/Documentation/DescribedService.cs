using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>The OpenAPI document and the pages that show it. Nothing in it changes while the service runs, so each is made once.</summary>
public sealed class DescribedService([FromKeyedServices(DescribedService.Document)] IOpenApiDocumentProvider provider) : IDisposable
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    private const string Json = $"{Representation.Json}; charset=utf-8";

    private readonly SemaphoreSlim making = new(1);
    private volatile OpenApiDocument? document;
    private volatile FixedContent? json;
    private volatile FixedContent? addresses;
    private volatile FixedContent? schemas;

    /// <summary>Maps the addresses of the document and of its pages.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (
            var (address, answer) in new (string, Func<DescribedService, HttpContext, Task<IResult>>)[]
            {
                ($"/openapi/{Document}.json", (service, context) => service.JsonAsync(context)),
                (DocumentView.Addresses, (service, context) => service.AddressesAsync(context)),
                (DocumentView.Schemas, (service, context) => service.SchemasAsync(context)),
            }
        )
        {
            endpoints
                .MapGet(address, async (DescribedService service, HttpContext context) => await answer(service, context))
                .ExcludeFromDescription();
        }
    }

    public void Dispose() => making.Dispose();

    private async Task<IResult> JsonAsync(HttpContext context) =>
        json ??= await MadeAsync(
            () => json,
            async described => new FixedContent(
                System.Text.Encoding.UTF8.GetBytes(
                    System
                        .Text.Json.Nodes.JsonNode.Parse(
                            await described.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted)
                        )!
                        .ToJsonString(Vocabulary.FactJson.Options)
                ),
                Json
            ),
            context
        );

    private async Task<IResult> AddressesAsync(HttpContext context) =>
        addresses ??= await MadeAsync(() => addresses, described => PageAsync<AddressesPage>(described, context), context);

    private async Task<IResult> SchemasAsync(HttpContext context) =>
        schemas ??= await MadeAsync(() => schemas, described => PageAsync<SchemasPage>(described, context), context);

    private static async Task<FixedContent> PageAsync<TPage>(OpenApiDocument described, HttpContext context)
        where TPage : PageBase<DocumentView> =>
        new(await PageRenderer.RenderAsync<TPage, DocumentView>(new(described), context), PageHeaders.ContentType);

    private async Task<FixedContent> MadeAsync(
        Func<FixedContent?> made,
        Func<OpenApiDocument, Task<FixedContent>> make,
        HttpContext context
    )
    {
        await making.WaitAsync(context.RequestAborted);
        try
        {
            document ??= await provider.GetOpenApiDocumentAsync(CancellationToken.None);
            return made() ?? await make(document);
        }
        finally
        {
            making.Release();
        }
    }
}
