using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Pages;

/// <summary>A page with what it shows.</summary>
/// <typeparam name="TPage">The page.</typeparam>
/// <typeparam name="TView">What it shows.</typeparam>
public sealed record AnswerPage<TPage, TView>(TView View, string? Version = null) : IAnswerPage
    where TPage : PageOf<TView>
    where TView : class
{
    public Task<byte[]> RenderAsync(HttpContext context) => HtmlAnswer.RenderAsync<TPage, TView>(View, context, CanonicalOf(context));

    /// <summary>The question, its parameters in the order in which the address has them.</summary>
    private static string CanonicalOf(HttpContext context) =>
        Address.Of(
            context.Request.Path.ToUriComponent(),
            StrictQuery.ParametersOf(context.GetEndpoint()).Select(name => (name, context.Request.Query[name].LastOrDefault()))
        );
}
