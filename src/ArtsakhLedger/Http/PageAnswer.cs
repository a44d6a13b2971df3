using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>A page of a list as an answer. The next page is also in a <c>Link</c> header (RFC 8288).</summary>
public sealed class PageAnswer<T>(Page<T> page, KnownAt known) : IResult
{
    /// <summary>Creates the HTML page; null if the address offers none.</summary>
    public Func<Task<IHtmlPage>>? Page { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.Next is { } next && Representation.Of(httpContext) != Representation.Html)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return new Answer<Page<T>>(page, known) { Page = Page }.ExecuteAsync(httpContext);
    }
}
