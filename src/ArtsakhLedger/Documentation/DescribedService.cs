using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Recording;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArtsakhLedger.Documentation;

/// <summary>The OpenAPI document and the pages that show it. Nothing in it changes while the service runs but the ledger's name, until it is read, and the
/// examples, while the record is small; so each is made once for those.</summary>
public sealed class DescribedService(
    [FromKeyedServices(DescribedService.Document)] IOpenApiDocumentProvider provider,
    DocumentedExamples examples,
    NameInUse naming
) : IDisposable
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    private const string Json = $"{Representation.Json}; charset=utf-8";

    private readonly SemaphoreSlim making = new(1);
    private volatile OpenApiDocument? document;
    private volatile FixedContent? json;
    private volatile FixedContent? addresses;
    private volatile FixedContent? schemas;
    private LedgerName? described;

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

    private Task<IResult> JsonAsync(HttpContext context) =>
        MadeAsync(
            () => json,
            async described =>
                json = new FixedContent(
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

    private Task<IResult> AddressesAsync(HttpContext context) =>
        MadeAsync(() => addresses, async described => addresses = await PageAsync<AddressesPage>(described, context), context);

    private Task<IResult> SchemasAsync(HttpContext context) =>
        MadeAsync(() => schemas, async described => schemas = await PageAsync<SchemasPage>(described, context), context);

    private static async Task<FixedContent> PageAsync<TPage>(OpenApiDocument described, HttpContext context)
        where TPage : PageBase<DocumentView> =>
        new(await PageRenderer.RenderAsync<TPage, DocumentView>(new(described), context), PageHeaders.ContentType);

    private async Task<IResult> MadeAsync(Func<FixedContent?> made, Func<OpenApiDocument, Task<FixedContent>> make, HttpContext context)
    {
        await making.WaitAsync(context.RequestAborted);
        try
        {
            var name = naming.Name;
            if (await examples.RenewAsync(context.RequestAborted) || name != described)
            {
                (document, json, addresses, schemas, described) = (null, null, null, null, name);
            }

            document ??= await provider.GetOpenApiDocumentAsync(CancellationToken.None);
            return made() ?? await make(document);
        }
        finally
        {
            making.Release();
        }
    }
}
