using System.Text.Json;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Http;

/// <summary>An answer in JSON with a strong ETag of its bytes, so that the tag changes exactly when the answer does. One that is
/// pinned to the past is immutable.</summary>
public sealed class JsonAnswer : IResult
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    private readonly byte[] body;
    private readonly string contentType;
    private readonly KnownAt known;
    private readonly string? contentLocation;

    private JsonAnswer(byte[] body, string contentType, KnownAt known, string? contentLocation) =>
        (this.body, this.contentType, this.known, this.contentLocation) = (body, contentType, known, contentLocation);

    public static JsonAnswer Of<T>(T answer, KnownAt known, string? contentLocation = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(answer, FactJson.Options), "application/json; charset=utf-8", known, contentLocation);

    /// <summary>The same for an answer that is written in another form.</summary>
    public static JsonAnswer OfBody(byte[] body, string contentType, KnownAt known, string? contentLocation = null) =>
        new(body, contentType, known, contentLocation);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = EntityTags.Of(body);
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        response.Headers.CacheControl = known.Pinned ? ForEver : AskAgain;
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers["Ledger-Head"] = known.Head.Position.ToString();
        if (contentLocation is not null)
        {
            response.Headers.ContentLocation = contentLocation;
        }

        if (request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Equals(EntityTagHeaderValue.Any) || asked.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
