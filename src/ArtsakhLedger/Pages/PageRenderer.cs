using ArtsakhLedger.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ArtsakhLedger.Pages;

/// <summary>Renders HTML pages.</summary>
public static class PageRenderer
{
    /// <summary>Renders a page.</summary>
    public static async Task<byte[]> RenderAsync<TPage, TView>(TView view, HttpContext context)
        where TPage : PageBase<TView>
        where TView : class
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>
                    {
                        [nameof(PageBase<>.View)] = view,
                        [nameof(PageBase<>.Origin)] = $"{context.Request.Scheme}://{context.Request.Host}",
                    }
                )
            );
            using var body = new MemoryStream();
            await using (var writer = new StreamWriter(body, leaveOpen: true))
            {
                page.WriteHtmlTo(writer);
            }

            return body.ToArray();
        });
    }

    /// <summary>Writes a page; the status is already set.</summary>
    public static async Task WriteAsync<TPage, TView>(HttpContext context, TView view)
        where TPage : PageBase<TView>
        where TView : class
    {
        var body = await RenderAsync<TPage, TView>(view, context);
        PageHeaders.Set(context.Response.Headers);
        context.Response.Headers.Vary = "Accept";
        context.Response.ContentType = PageHeaders.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
