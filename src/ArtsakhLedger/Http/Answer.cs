using System.Text.Json;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>An answer in the representation that the client asked for: JSON for programs, a page for people.</summary>
/// <typeparam name="T">The answer for programs.</typeparam>
/// <param name="content">The answer for programs.</param>
/// <param name="known">The state of knowledge.</param>
/// <param name="contentLocation">The permanent address of the answer, if a batch was named.</param>
public sealed class Answer<T>(T content, KnownAt known, string? contentLocation = null) : IResult
{
    /// <summary>Creates the page; null if the address offers none.</summary>
    public Func<Task<IHtmlPage>>? Page { get; init; }

    /// <summary>Called with a page after it was sent.</summary>
    public Action<HttpContext, ReadOnlyMemory<byte>>? PageSent { get; init; }

    public Task ExecuteAsync(HttpContext httpContext) =>
        Page is not null && Representation.Of(httpContext) == Representation.Html
            ? SendPageAsync(httpContext)
            : TaggedBody
                .Of(
                    JsonSerializer.SerializeToUtf8Bytes(content, Representation.JsonOf(httpContext)),
                    TaggedBody.Json,
                    known,
                    contentLocation
                )
                .ExecuteAsync(httpContext);

    /// <summary>Sends the page. Even one that is pinned to the past must be revalidated each time: it links to what was recorded
    /// since.</summary>
    private async Task SendPageAsync(HttpContext context)
    {
        var page = await Page!();
        var body = await page.RenderAsync(context);
        PageHeaders.Set(context.Response.Headers);
        await TaggedBody
            .Of(body, PageHeaders.ContentType, known with { Pinned = false }, contentLocation, page.Version, PageSent)
            .ExecuteAsync(context);
    }
}
