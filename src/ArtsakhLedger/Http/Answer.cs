using System.Text.Json;
using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>An answer in the representation that the client asked for: JSON for programs, a page for people.</summary>
/// <typeparam name="T">What a program gets.</typeparam>
/// <param name="content">What a program gets.</param>
/// <param name="known">The state of knowledge.</param>
/// <param name="contentLocation">The address at which the answer stays, where a batch was named.</param>
public sealed class Answer<T>(T content, KnownAt known, string? contentLocation = null) : IResult
{
    /// <summary>Makes the page; null where the address offers none.</summary>
    public Func<Task<IAnswerPage>>? Page { get; init; }

    /// <summary>Is called with a page that was sent.</summary>
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

    /// <summary>A page that is pinned to the past is asked for again each time too: it links to what was recorded since.</summary>
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
