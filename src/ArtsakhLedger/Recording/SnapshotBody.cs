using System.Text;
using ArtsakhLedger.Http;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Recording;

/// <summary>Reads the body of a request as the text of a snapshot: the bytes as they are, in UTF-8.</summary>
public static class SnapshotBody
{
    /// <exception cref="RequestProblem">415 for forms and other character sets, 400 for a body that is not text in UTF-8.</exception>
    public static async Task<(byte[] Bytes, SnapshotText Text)> ReadAsync(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (
            type?.Type == "multipart"
            || (type is { Charset.Value: { } charset } && !charset.Trim('"').ToString().Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new RequestProblem(
                StatusCodes.Status415UnsupportedMediaType,
                "not-text",
                "The body has a media type that this address does not accept.",
                "Send the text itself, in UTF-8, as 'Content-Type: text/plain; charset=utf-8'; its SHA-256 is that of the bytes sent."
            );
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var bytes = body.ToArray();
        try
        {
            var text = SnapshotText.Of(bytes);
            return bytes.AsSpan().Contains((byte)0) ? throw Malformed("it has the character U+0000, which no text has")
                : text.Passages().Count == 0 ? throw Malformed("it has neither a letter nor a digit")
                : (bytes, text);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("it is not UTF-8");
        }
    }

    private static RequestProblem Malformed(string why) =>
        new(
            StatusCodes.Status400BadRequest,
            "malformed-body",
            "The body is not what this address expects.",
            $"The body cannot be the text of a source: {why}."
        );
}
