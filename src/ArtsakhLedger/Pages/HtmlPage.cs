using ArtsakhLedger.Http;

namespace ArtsakhLedger.Pages;

/// <summary>An HTML page of one component.</summary>
/// <typeparam name="TPage">The Razor component.</typeparam>
/// <typeparam name="TView">The model that it shows.</typeparam>
public sealed record HtmlPage<TPage, TView>(TView View, string? Version = null) : IHtmlPage
    where TPage : PageBase<TView>
    where TView : class
{
    public Task<byte[]> RenderAsync(HttpContext context) => PageRenderer.RenderAsync<TPage, TView>(View, context);
}
