using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">The address of the next page; absent on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A page as an answer: JSON, and the next page as a <c>Link</c> header too (RFC 8288).</summary>
public sealed class PageAnswer<T>(Page<T> page, KnownAt known) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.Next is { } next)
        {
            httpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return JsonAnswer.Of(page, known).ExecuteAsync(httpContext);
    }
}
