using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Answers;

/// <summary>An answer in JSON-LD.</summary>
public sealed class LinkedDataAnswer(JsonObject document, KnownAt known) : IResult
{
    public const string MediaType = "application/ld+json";

    /// <summary>Whether the request accepts JSON-LD and does not prefer plain JSON; a client that accepts anything gets plain
    /// JSON.</summary>
    public static bool IsRequestedBy(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double QualityOf(string type) =>
            accepted
                .Where(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
                .Select(range => range.Quality ?? 1)
                .DefaultIfEmpty(0)
                .Max();
        return QualityOf(MediaType) is > 0 and var quality && quality >= QualityOf("application/json");
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.OnStarting(() =>
        {
            if (httpContext.Response.ContentType is not null)
            {
                httpContext.Response.ContentType = MediaType;
            }

            return Task.CompletedTask;
        });
        return new Answer<JsonObject>(document, known).ExecuteAsync(httpContext);
    }
}
