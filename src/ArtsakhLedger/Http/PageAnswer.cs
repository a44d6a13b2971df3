using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Http;

/// <summary>A page as an answer: for programs the next page stands in a <c>Link</c> header too (RFC 8288).</summary>
public sealed class PageAnswer<T>(Page<T> page, KnownAt known) : IResult
{
    /// <summary>What it was made of, where a page for people tells more of that.</summary>
    public object? MadeOf { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.Next is { } next && Representation.Of(httpContext) != Representation.Html)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return new Answer(page, known) { MadeOf = MadeOf }.ExecuteAsync(httpContext);
    }
}
