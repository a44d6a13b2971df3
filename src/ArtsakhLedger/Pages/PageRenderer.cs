using ArtsakhLedger.Database;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ArtsakhLedger.Pages;

/// <summary>Renders HTML pages.</summary>
public static class PageRenderer
{
    /// <summary>Renders a page.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="context">The request.</param>
    /// <param name="canonical">The address that search engines and readers are to know it by, without scheme and host; null where it has none, or
    /// is kept and sent to whoever asks for it by whatever address.</param>
    public static async Task<byte[]> RenderAsync<TPage, TView>(TView view, HttpContext context, string? canonical = null)
        where TPage : PageBase<TView>
        where TView : class
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<CascadingValue<LedgerName>>(
                Cascading(
                    services.GetRequiredService<NameInUse>().Name,
                    CascadingOf(
                        canonical is null ? null : new CanonicalAddress(origin + canonical),
                        tree =>
                        {
                            tree.OpenComponent<TPage>(0);
                            tree.AddMultipleAttributes(
                                1,
                                [
                                    KeyValuePair.Create(nameof(PageBase<>.View), (object)view),
                                    KeyValuePair.Create(nameof(PageBase<>.Origin), (object)origin),
                                ]
                            );
                            tree.CloseComponent();
                        }
                    )
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

    /// <summary>The parameters by which a value reaches every component within.</summary>
    private static ParameterView Cascading<T>(T value, RenderFragment content) =>
        ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = value,
                [nameof(CascadingValue<>.IsFixed)] = true,
                [nameof(CascadingValue<>.ChildContent)] = content,
            }
        );

    private static RenderFragment CascadingOf<T>(T value, RenderFragment content) =>
        tree =>
        {
            tree.OpenComponent<CascadingValue<T>>(0);
            tree.AddMultipleAttributes(1, Cascading(value, content).ToDictionary()!);
            tree.CloseComponent();
        };

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
