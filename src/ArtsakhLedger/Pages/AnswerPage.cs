using ArtsakhLedger.Http;

namespace ArtsakhLedger.Pages;

/// <summary>An HTML page of one component.</summary>
/// <typeparam name="TPage">The Razor component.</typeparam>
/// <typeparam name="TView">The model that it shows.</typeparam>
public sealed record AnswerPage<TPage, TView>(TView View, string? Version = null) : IAnswerPage
    where TPage : PageOf<TView>
    where TView : class
{
    public Task<byte[]> RenderAsync(HttpContext context) => HtmlAnswer.RenderAsync<TPage, TView>(View, context);
}
