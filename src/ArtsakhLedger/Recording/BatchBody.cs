using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Access;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Recording;

/// <summary>A line of a batch.</summary>
/// <param name="Number">Its number, from 1, counting empty lines.</param>
/// <param name="Content">The object on the line; null if there is none.</param>
/// <param name="Unreadable">Why there is no object.</param>
public sealed record BatchLine(int Number, JsonObject? Content, string? Unreadable);

/// <summary>Reads the body of a request as NDJSON: one JSON object per line, in UTF-8.</summary>
public static class BatchBody
{
    /// <summary>The maximum size of a batch in bytes.</summary>
    public const int LargestBody = 16 * 1024 * 1024;

    /// <summary>The maximum number of entries in a batch; a larger one is sent in several parts.</summary>
    public const int MostEntries = 20_000;

    private static readonly string[] MediaTypes = [Representation.Lines, "application/ndjson"];

    /// <returns>The lines, parsed anew whenever they are enumerated.</returns>
    /// <exception cref="RequestProblem">415 for another media type or character set, 400 for a body without an entry, 413 for one with too
    /// many entries.</exception>
    public static async Task<IEnumerable<BatchLine>> ReadAsync(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (
            type is null
            || !MediaTypes.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new RequestProblem(
                StatusCodes.Status415UnsupportedMediaType,
                "not-ndjson",
                "The body has a media type that this address does not accept.",
                $"Send one entry per line, as 'Content-Type: {Representation.Lines}'."
            );
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            throw new RequestProblem(
                StatusCodes.Status400BadRequest,
                "malformed-body",
                "The body is not what this address expects.",
                "The body begins with a byte order mark, which NDJSON does not allow. Save it as UTF-8 without one."
            );
        }

        var lines = Lines(body).ToList();
        return lines.Count switch
        {
            0 => throw new RequestProblem(
                StatusCodes.Status400BadRequest,
                "malformed-body",
                "The body is not what this address expects.",
                "The body has no entry. Send one per line, each a JSON object."
            ),
            > MostEntries => throw new RequestProblem(
                StatusCodes.Status413PayloadTooLarge,
                "too-many-entries",
                "The batch has too many entries.",
                $"It has {lines.Count}; {MostEntries} are allowed at once. Send it in several parts under the same name."
            ),
            _ => lines.Select(line => Parse(line.Number, line.Text.Span)),
        };
    }

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Text)> Lines(ReadOnlyMemory<byte> body)
    {
        for (var number = 1; !body.IsEmpty; number++)
        {
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return (number, line);
            }
        }
    }

    private static BatchLine Parse(int number, ReadOnlySpan<byte> line)
    {
        if (line.Length > RequestLimits.BodyBytes)
        {
            return new(number, null, $"the line has {line.Length} bytes; {RequestLimits.BodyBytes} are allowed");
        }

        var content = JsonBody.Parse(line, out var unreadable);
        return new(
            number,
            content,
            unreadable is null ? null : $"the line is not valid JSON: {unreadable.Replace("line 1, ", "", StringComparison.Ordinal)}"
        );
    }
}
