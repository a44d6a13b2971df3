using ArtsakhLedger.Corrections;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Vocabulary;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Recording;

/// <summary>The answer to a request that appended something (201): a pure function of what was appended, so that repeating the request
/// gives the same answer.</summary>
public sealed record RecordedAnswer(
    string Id,
    long Position,
    DateTimeOffset RecordedAt,
    string Location,
    RecordedAnswer.Version Fact,
    Receipt Receipt
) : IResult
{
    /// <summary>The recorded fact, or the one that the event is about, as it is now: the next change names its ETag in
    /// <c>If-Match</c>.</summary>
    public sealed record Version(string Href, string Etag);

    /// <param name="appended">What was appended.</param>
    /// <param name="about">The fact that was appended, or that it is about, with all entries about that.</param>
    /// <param name="receipt">Proves that the fact is in the ledger.</param>
    public static RecordedAnswer Of(Appended appended, FactsAsKnown about, Receipt receipt)
    {
        var entry = appended.Facts[0];
        var fact = (entry.Fact as AboutFact)?.Target ?? entry.Fact.Id;
        return new(
            entry.Fact.Id,
            entry.Position,
            entry.RecordedAt,
            $"/facts/{entry.Fact.Id}",
            new($"/facts/{fact}", EntityTags.OfFact(fact, about).ToString()),
            receipt
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.GetTypedHeaders();
        headers.Location = new(Location, UriKind.Relative);
        headers.ETag = EntityTagHeaderValue.Parse(Fact.Etag);
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        if (!await IOutcomePages.Of(httpContext).TryShowAsync(this, httpContext))
        {
            await httpContext.Response.WriteAsJsonAsync(this, FactJson.Options);
        }
    }
}
