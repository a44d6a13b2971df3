using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Reads the body of a write request: a JSON object in UTF-8 that the log can store exactly.</summary>
public static class JsonBody
{
    /// <summary>The maximum length of the text in one field, in UTF-16 units.</summary>
    public const int LongestText = 10_000;

    private const long LargestInteger = 1L << 53;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <exception cref="RequestProblem">415 for another media type, 400 for a body that is not a JSON object in UTF-8, 422 for texts and
    /// numbers that the log cannot store.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestProblem(
                StatusCodes.Status415UnsupportedMediaType,
                "not-json",
                "The body has a media type that this address does not accept.",
                "Send JSON with 'Content-Type: application/json'."
            );
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        var body = Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        var problems = ProblemsOf(body).ToList();
        return problems.Count == 0 ? body : throw Draft.Refused(problems);
    }

    /// <exception cref="RequestProblem">400 for bytes that are not a JSON object in UTF-8.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> utf8) =>
        Parse(utf8, out var unreadable)
        ?? throw new RequestProblem(
            StatusCodes.Status400BadRequest,
            "malformed-body",
            "The body is not what this address expects.",
            $"The body is not valid JSON: {unreadable}."
        );

    /// <summary>Reads a JSON object in UTF-8.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="unreadable">Why they are not a JSON object, as the end of a sentence.</param>
    /// <returns>The object; null if they are not one.</returns>
    public static JsonObject? Parse(ReadOnlySpan<byte> utf8, out string? unreadable)
    {
        unreadable = null;
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(utf8);
            if (JsonNode.Parse(utf8, documentOptions: Strict) is JsonObject body)
            {
                _ = body.Count; // names are read only now
                return body;
            }

            unreadable = "it is not an object: begin with { and a field";
        }
        catch (DecoderFallbackException)
        {
            unreadable = "it is not UTF-8";
        }
        catch (InvalidOperationException)
        {
            unreadable = "the name of a field has half a surrogate pair";
        }
        catch (JsonException refused)
        {
            unreadable = refused.LineNumber is { } line
                ? $"line {line + 1}, byte {(refused.BytePositionInLine ?? 0) + 1}: {refused.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.')}"
                : refused.Message.TrimEnd('.');
        }

        return null;
    }

    /// <summary>Finds values that the canonical form of RFC 8785 or PostgreSQL cannot represent, and texts that are too long.</summary>
    public static IEnumerable<FactProblem> ProblemsOf(JsonNode? node, string pointer = "")
    {
        switch (node)
        {
            case JsonObject members:
                return members.SelectMany(member =>
                    (
                        Unfit(member.Key) is { } unfit
                            ? [new FactProblem(pointer, $"the name of a field {unfit}")]
                            : Array.Empty<FactProblem>()
                    ).Concat(ProblemsOf(member.Value, $"{pointer}/{Escape(member.Key)}"))
                );
            case JsonArray items:
                return items.SelectMany((item, i) => ProblemsOf(item, $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}"));
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return Unfit(TextOf(value)) is { } wrong ? [new(pointer, $"the text {wrong}")] : [];
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                return IsSafe(value.ToJsonString())
                    ? []
                    : [new(pointer, "the number is beyond ±2^53, where JSON numbers are no longer exact")];
            default:
                return [];
        }
    }

    /// <summary>Null for a text with a lone surrogate.</summary>
    private static string? TextOf(JsonValue value)
    {
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Unfit(string? text) =>
        text is null || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && HasLoneSurrogate(text)
            ? "has half a surrogate pair"
        : text.Contains('\0', StringComparison.Ordinal) ? "has the character U+0000"
        : text.Length > LongestText ? $"has {text.Length} characters; {LongestText} are allowed"
        : null;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSafe(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= LargestInteger;

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
