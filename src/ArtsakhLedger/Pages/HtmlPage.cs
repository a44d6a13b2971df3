using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Pages;

/// <summary>An HTML page of one component.</summary>
/// <typeparam name="TPage">The Razor component.</typeparam>
/// <typeparam name="TView">The model that it shows.</typeparam>
public sealed record HtmlPage<TPage, TView>(TView View, string? Version = null) : IHtmlPage
    where TPage : PageBase<TView>
    where TView : class
{
    public Task<byte[]> RenderAsync(HttpContext context) => PageRenderer.RenderAsync<TPage, TView>(View, context, CanonicalOf(context));

    /// <summary>The question, its parameters in the order in which the address has them.</summary>
    private static string CanonicalOf(HttpContext context) =>
        Address.Of(
            context.Request.Path.ToUriComponent(),
            StrictQuery.ParametersOf(context.GetEndpoint()).Select(name => (name, context.Request.Query[name].LastOrDefault()))
        );
}
