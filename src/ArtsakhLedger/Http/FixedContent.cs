using System.Collections.Concurrent;
using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;

namespace ArtsakhLedger.Http;

/// <summary>What is the same for everybody as long as the program runs: with a strong ETag, and compressed once for each encoding.</summary>
/// <param name="content">The content.</param>
/// <param name="contentType">The form that it is written in.</param>
public sealed class FixedContent(byte[] content, string contentType) : IResult
{
    private readonly string version = EntityTags.VersionOf(content);
    private readonly ConcurrentDictionary<string, byte[]> compressed = new();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept, Accept-Encoding";
        if (contentType.StartsWith(MediaTypeNames.Text.Html, StringComparison.Ordinal))
        {
            PageHeaders.Set(headers);
        }

        var encoding =
            httpContext.Request.Headers.AcceptEncoding.Count == 0
                ? null
                : httpContext.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(httpContext);
        if (encoding is null)
        {
            return Results.Bytes(content, contentType, entityTag: new($"\"{version}\"")).ExecuteAsync(httpContext);
        }

        headers.ContentEncoding = encoding.EncodingName;
        return Results
            .Bytes(
                compressed.GetOrAdd(encoding.EncodingName, _ => Compressed(encoding)),
                contentType,
                entityTag: new($"\"{version}-{encoding.EncodingName}\"")
            )
            .ExecuteAsync(httpContext);
    }

    private byte[] Compressed(ICompressionProvider encoding)
    {
        using var written = new MemoryStream();
        using (var stream = encoding.CreateStream(written))
        {
            stream.Write(content);
        }

        return written.ToArray();
    }
}
