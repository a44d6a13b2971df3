using System.Collections.Concurrent;
using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages;

namespace ArtsakhLedger.Guides;

/// <summary>Answers with a guide. A page is rendered on its first request and kept.</summary>
internal static class GuideAnswer
{
    // By the name of the ledger too, which is in every page.
    private static readonly ConcurrentDictionary<(LedgerName, string), byte[]> Rendered = new();

    public static async Task<IResult> PageAsync<TPage, TView>(HttpContext context, string address, TView view)
        where TPage : PageBase<TView>
        where TView : class
    {
        var key = (context.RequestServices.GetRequiredService<NameInUse>().Name, address);
        if (!Rendered.TryGetValue(key, out var page))
        {
            Rendered[key] = page = await PageRenderer.RenderAsync<TPage, TView>(view, context);
        }

        PageHeaders.Set(context.Response.Headers);
        return Tagged(context, page, PageHeaders.ContentType);
    }

    public static IResult Tagged(HttpContext context, byte[] content, string contentType)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept";
        return Results.Bytes(content, contentType, entityTag: EntityTags.Of(content));
    }
}
