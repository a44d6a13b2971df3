using System.Text;
using UtfUnknown;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>Finds out in which encoding a text is, and decodes it.</summary>
internal static class TextDecoding
{
    private const float LeastConfidence = 0.5f;
    private const int Windows1252 = 1252;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text, and the name of its encoding.</summary>
    /// <exception cref="UnreadableSheetException">It is no text.</exception>
    public static (string Text, string Encoding) Decode(byte[] bytes)
    {
        var (text, name) = Decoded(bytes);
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new UnreadableSheetException("this is no text; give the sheet as CSV, TSV or XLSX")
            : (text, name);
    }

    private static (string, string) Decoded(byte[] bytes)
    {
        foreach (var unicode in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.AsSpan().StartsWith(unicode.Preamble) || IsMostlyAscii(bytes, unicode))
            {
                return (unicode.GetString(bytes).TrimStart('\uFEFF'), unicode.WebName.ToUpperInvariant());
            }
        }

        try
        {
            return (Utf8.GetString(bytes).TrimStart('\uFEFF'), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            var encoding = Detected(bytes);
            return (encoding.GetString(bytes), encoding.WebName);
        }
    }

    /// <summary>Whether every second byte of the beginning is zero, as in UTF-16 without a byte order mark.</summary>
    private static bool IsMostlyAscii(ReadOnlySpan<byte> bytes, Encoding unicode)
    {
        var begin = bytes[..Math.Min(bytes.Length & ~1, 64)];
        var high = unicode.Equals(Encoding.Unicode) ? 1 : 0;
        var zeros = 0;
        for (var i = high; i < begin.Length; i += 2)
        {
            zeros += begin[i] == 0 ? 1 : 0;
        }

        return begin.Length >= 8 && zeros * 2 > begin.Length * 3 / 4;
    }

    private static Encoding Detected(byte[] bytes)
    {
        var best = CharsetDetector.DetectFromBytes(bytes).Detected;
        var provider = CodePagesEncodingProvider.Instance;
        return best is { Confidence: >= LeastConfidence } && NameOf(best.EncodingName) is { } found
            ? found
            : provider.GetEncoding(Windows1252)!;

        Encoding? NameOf(string name)
        {
            try
            {
                // The pages of Latin letters that ISO defined have control codes where Windows has quotation marks and dashes.
                return
                    name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)
                    || name.Equals("ascii", StringComparison.OrdinalIgnoreCase)
                    ? null
                    : provider.GetEncoding(name);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
