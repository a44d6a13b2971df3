using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Http;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Log;

/// <summary>A file of the log, as clients of C2SP tlog-tiles fetch it. A tile never changes; a checkpoint changes with every
/// append.</summary>
public sealed class LogFile : IResult
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    private readonly byte[] content;
    private readonly string contentType;
    private readonly bool immutable;

    private LogFile(byte[] content, string contentType, bool immutable) =>
        (this.content, this.contentType, this.immutable) = (content, contentType, immutable);

    public static LogFile OfTile(byte[] tile) => new(tile, "application/octet-stream", immutable: true);

    public static LogFile OfText(string text) => new(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", immutable: false);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = immutable ? ForEver : AskAgain;
        if (EntityTags.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
