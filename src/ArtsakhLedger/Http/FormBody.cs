using System.Net;
using System.Text;

namespace ArtsakhLedger.Http;

/// <summary>Reads the body of a form (<c>application/x-www-form-urlencoded</c>): pairs of names and values, in UTF-8.</summary>
public static class FormBody
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/x-www-form-urlencoded";

    private const int MostPairs = 1000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly object Sent = new();

    /// <summary>Whether a request contains a form.</summary>
    public static bool WasSent(HttpContext context) => context.Items.ContainsKey(Sent);

    /// <summary>Remembers that a request contains a form.</summary>
    public static void Mark(HttpContext context) => context.Items[Sent] = true;

    /// <exception cref="RequestProblem">400 for a body that is not UTF-8 or too large.</exception>
    public static async Task<IReadOnlyList<(string Name, string Value)>> ReadAsync(HttpRequest request)
    {
        Mark(request.HttpContext);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return Parse(buffer.ToArray());
    }

    /// <summary>Parses the fields. Browsers end lines with CR LF, whatever they were before; here they end with LF.</summary>
    private static List<(string Name, string Value)> Parse(byte[] body)
    {
        var pairs = new List<(string, string)>();
        try
        {
            foreach (var range in body.AsSpan().Split((byte)'&'))
            {
                var pair = body[range];
                if (pair.Length == 0)
                {
                    continue;
                }

                if (pairs.Count == MostPairs)
                {
                    throw Malformed($"The form has more than {MostPairs} fields.");
                }

                var equals = Array.IndexOf(pair, (byte)'=');
                pairs.Add(
                    (
                        Decoded(equals < 0 ? pair : pair[..equals]),
                        equals < 0 ? "" : Decoded(pair[(equals + 1)..]).Replace("\r\n", "\n", StringComparison.Ordinal)
                    )
                );
            }
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("The form is not UTF-8.");
        }

        return pairs;
    }

    /// <summary>The problem of a form that does not belong to this address.</summary>
    public static RequestProblem Malformed(string detail) =>
        new(
            StatusCodes.Status400BadRequest,
            "malformed-form",
            "The form is not what this address expects.",
            $"{detail} GET /contribute gives the form."
        );

    private static string Decoded(byte[] encoded) => Strict.GetString(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!);
}
