using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ArtsakhLedger.Pages;

/// <summary>An answer as a page. Its tag changes exactly when the page does; it begins with the version of the answer where that is given, so that
/// an editor who saw the page can name it. A page is asked for again each time, one that is pinned to the past too: it leads to what was recorded since.</summary>
public sealed record HtmlAnswer : IResult
{
    private readonly Func<HttpContext, Task<byte[]>> render;
    private readonly KnownAt known;

    private HtmlAnswer(Func<HttpContext, Task<byte[]>> render, KnownAt known) => (this.render, this.known) = (render, known);

    /// <summary>The permanent address of the same answer, where a batch was named.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>The version of the answer that the page shows (<see cref="EntityTags.VersionOf"/>).</summary>
    public string? Version { get; init; }

    /// <summary>Is told what goes out.</summary>
    public Action<HttpContext, ReadOnlyMemory<byte>>? WhenWritten { get; init; }

    /// <summary>The page that shows something.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <typeparam name="TView">What it shows.</typeparam>
    /// <param name="view">What it shows.</param>
    /// <param name="known">The state of knowledge.</param>
    public static HtmlAnswer Of<TPage, TView>(TView view, KnownAt known)
        where TPage : PageOf<TView>
        where TView : class => new(context => RenderAsync<TPage, TView>(view, context), known);

    /// <summary>Renders a page.</summary>
    public static async Task<byte[]> RenderAsync<TPage, TView>(TView view, HttpContext context)
        where TPage : PageOf<TView>
        where TView : class
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PageOf<>.View)] = view,
                [nameof(PageOf<>.Asked)] = AskedPage.Of(context.Request),
            }));
            using var body = new MemoryStream();
            await using (var writer = new StreamWriter(body, leaveOpen: true))
            {
                page.WriteHtmlTo(writer);
            }

            return body.ToArray();
        });
    }

    /// <summary>Writes a page as the answer to a request that asks for one whatever becomes of it; its status is set already.</summary>
    public static async Task WriteAsync<TPage, TView>(HttpContext context, TView view)
        where TPage : PageOf<TView>
        where TView : class
    {
        var body = await RenderAsync<TPage, TView>(view, context);
        PageHeaders.Set(context.Response.Headers);
        context.Response.Headers.Vary = "Accept";
        context.Response.ContentType = PageHeaders.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = await render(httpContext);
        PageHeaders.Set(httpContext.Response.Headers);
        await JsonAnswer.OfBody(body, PageHeaders.ContentType, known with { Pinned = false }, ContentLocation, Version, WhenWritten).ExecuteAsync(httpContext);
    }
}
