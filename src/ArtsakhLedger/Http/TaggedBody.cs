using System.Globalization;
using ArtsakhLedger.Asking;
using Microsoft.AspNetCore.ResponseCompression;

namespace ArtsakhLedger.Http;

/// <summary>An answer as it is sent: with a strong ETag that changes exactly when the answer does, compressed if the client accepts that.
/// An answer that is pinned to the past is immutable.</summary>
public sealed class TaggedBody : IResult
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = $"{Representation.Json}; charset=utf-8";

    internal const string ForEver = "public, max-age=31536000, immutable";
    internal const string AskAgain = "no-cache";

    private readonly Func<ReadOnlyMemory<byte>> body;
    private readonly Func<string> tag;
    private readonly string contentType;
    private readonly KnownAt known;
    private readonly string? contentLocation;
    private readonly Action<HttpContext, ReadOnlyMemory<byte>>? whenWritten;

    private TaggedBody(
        Func<ReadOnlyMemory<byte>> body,
        Func<string> tag,
        string contentType,
        KnownAt known,
        string? contentLocation,
        Action<HttpContext, ReadOnlyMemory<byte>>? whenWritten
    ) =>
        (this.body, this.tag, this.contentType, this.known, this.contentLocation, this.whenWritten) = (
            body,
            tag,
            contentType,
            known,
            contentLocation,
            whenWritten
        );

    /// <summary>An answer whose tag is a digest of it.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="known">The state of knowledge.</param>
    /// <param name="contentLocation">Its permanent address.</param>
    /// <param name="version">What the tags of all its representations begin with; null if no client needs to name it.</param>
    /// <param name="whenWritten">Called with the body as it is sent.</param>
    public static TaggedBody Of(
        byte[] body,
        string contentType,
        KnownAt known,
        string? contentLocation = null,
        string? version = null,
        Action<HttpContext, ReadOnlyMemory<byte>>? whenWritten = null
    ) =>
        new(
            () => body,
            () => version is null ? EntityTags.VersionOf(body) : $"{version}-{EntityTags.VersionOf(body)}",
            contentType,
            known,
            contentLocation,
            whenWritten
        );

    /// <summary>An answer in JSON that is written only if the client does not have it yet.</summary>
    /// <param name="tag">Everything on which the answer at this address depends.</param>
    /// <param name="body">Writes it.</param>
    /// <param name="known">The state of knowledge.</param>
    /// <param name="contentLocation">Its permanent address.</param>
    /// <param name="whenWritten">Called with the body as it is sent.</param>
    public static TaggedBody Of(
        string tag,
        Func<ReadOnlyMemory<byte>> body,
        KnownAt known,
        string? contentLocation,
        Action<HttpContext, ReadOnlyMemory<byte>>? whenWritten
    ) => new(body, () => tag, Json, known, contentLocation, whenWritten);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var compression =
            request.Headers.AcceptEncoding.Count == 0
                ? null
                : httpContext.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(httpContext);
        var etag = compression is null ? $"\"{tag()}\"" : $"\"{tag()}-{compression.EncodingName}\"";
        var headers = response.Headers;
        headers.ETag = etag;
        headers.CacheControl = known.Pinned ? ForEver : AskAgain;
        headers.Vary = "Accept, Accept-Encoding";
        headers["Ledger-Head"] = known.Head.Position.ToString();
        if (contentLocation is not null || known.Batch is not null)
        {
            headers.ContentLocation = contentLocation ?? AtPosition(request);
        }

        if (request.Headers.IfNoneMatch.Count > 0 && EntityTags.IsKnown(request, new(etag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = contentType;
        var written = compression is null ? body() : Compressed(compression, body());
        if (compression is not null)
        {
            headers.ContentEncoding = compression.EncodingName;
        }

        httpContext.RequestServices.GetRequiredService<AnswerCache>().KeepIfCostly(httpContext, written, known);
        whenWritten?.Invoke(httpContext, written);
        response.ContentLength = written.Length;
        return response.Body.WriteAsync(written, httpContext.RequestAborted).AsTask();
    }

    /// <summary>The permanent address of an answer as known at a batch, which may still grow: the same question at the batch's last
    /// position.</summary>
    private string AtPosition(HttpRequest request) =>
        Address.Of(
            request.Path.ToUriComponent(),
            from parameter in request.Query
            from value in parameter.Value
            select (parameter.Key, parameter.Key == "known-at" ? known.Position.ToString(CultureInfo.InvariantCulture) : value)
        );

    private static ReadOnlyMemory<byte> Compressed(ICompressionProvider compression, ReadOnlyMemory<byte> body)
    {
        var compressed = new MemoryStream();
        using (var stream = compression.CreateStream(compressed))
        {
            stream.Write(body.Span);
        }

        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }
}
