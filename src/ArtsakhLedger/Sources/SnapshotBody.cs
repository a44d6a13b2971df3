using System.Text;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Sources;

/// <summary>Reads the body of a request as the text of a snapshot: the bytes as they are, in UTF-8.</summary>
public static class SnapshotBody
{
    /// <exception cref="RequestProblem">413 for what is too large, 415 for forms and other character sets, 400 for what is no text in UTF-8.</exception>
    public static async Task<(byte[] Bytes, SnapshotText Text)> ReadAsync(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (type?.Type == "multipart" || (type is { Charset.Value: { } charset } && !charset.Trim('"').ToString().Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RequestProblem(StatusCodes.Status415UnsupportedMediaType, "not-text", "The body has another media type than this address takes.",
                "Send the text itself, in UTF-8, as 'Content-Type: text/plain; charset=utf-8'; its SHA-256 is that of the bytes sent.");
        }

        var bytes = await ReadBytesAsync(request);
        try
        {
            var text = SnapshotText.Of(bytes);
            return bytes.AsSpan().Contains((byte)0) ? throw Malformed("it has the character U+0000, as texts have not")
                : text.Passages().Count == 0 ? throw Malformed("it has neither a letter nor a digit")
                : (bytes, text);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("it is not UTF-8");
        }
    }

    private static async Task<byte[]> ReadBytesAsync(HttpRequest request)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (request.ContentLength is not > SnapshotStore.LargestSnapshot && (count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            read.Write(buffer, 0, count);
            if (read.Length > SnapshotStore.LargestSnapshot)
            {
                break;
            }
        }

        return request.ContentLength is > SnapshotStore.LargestSnapshot || read.Length > SnapshotStore.LargestSnapshot
            ? throw new RequestProblem(StatusCodes.Status413PayloadTooLarge, "too-large", "The body is larger than this address takes.",
                $"A snapshot has at most {SnapshotStore.LargestSnapshot} bytes. Archive the parts that facts cite as sources of their own.")
            : read.ToArray();
    }

    private static RequestProblem Malformed(string why) =>
        new(StatusCodes.Status400BadRequest, "malformed-body", "The body is not what this address takes.", $"The body is no text of a source: {why}.");
}
