using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Sources;

/// <summary>The text of a snapshot, in Unicode Normalization Form C: what every quote is checked against, to the code point.</summary>
public sealed class SnapshotText
{
    private readonly string text;

    /// <summary>Where in <see cref="text"/> each code point begins, and its end; null where every code point is one UTF-16 unit.</summary>
    private readonly int[]? offsets;

    private SnapshotText(string sha256, string text)
    {
        (Sha256, this.text) = (sha256, text);
        Length = text.EnumerateRunes().Count();
        if (Length != text.Length)
        {
            var offset = 0;
            offsets =
            [
                .. text.EnumerateRunes().Select(rune => (offset += rune.Utf16SequenceLength) - rune.Utf16SequenceLength),
                text.Length,
            ];
        }
    }

    /// <summary>SHA-256 of the snapshot's bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The number of code points of the text in NFC.</summary>
    public int Length { get; }

    /// <summary>Reads a file.</summary>
    /// <returns>Null where it cannot be read; the problem says why.</returns>
    public static SnapshotText? Read(string file, out string? problem)
    {
        problem = null;
        try
        {
            return Of(File.ReadAllBytes(file));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            problem = $"the snapshot cannot be read: {refused.Message}";
            return null;
        }
    }

    /// <summary>How much memory it takes, in bytes.</summary>
    public long Size => (sizeof(char) * (long)text.Length) + (sizeof(int) * (long)(offsets?.Length ?? 0));

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static SnapshotText Of(ReadOnlySpan<byte> bytes)
    {
        var decoded = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), NormalForm.Compose(decoded));
    }

    /// <summary>Its passages.</summary>
    public IReadOnlyList<Passage> Passages() => PassageCutter.Cut(text);

    /// <summary>The words between two code points.</summary>
    public string Words(int start, int end) => text[Offset(start)..Offset(end)];

    /// <summary>True where the quote is exactly the text from <paramref name="start"/> (inclusive) to <paramref name="end"/>
    /// (exclusive), in code points.</summary>
    /// <param name="quote">The quote, in NFC.</param>
    /// <param name="start">The first code point.</param>
    /// <param name="end">The code point after the last.</param>
    public bool StandsAt(string quote, int start, int end) =>
        start >= 0 && start < end && end <= Length && text.AsSpan(Offset(start), Offset(end) - Offset(start)).SequenceEqual(quote);

    /// <summary>Where the quote stands: the first code point of each occurrence, in order. All in NFC.</summary>
    /// <param name="quote">The quote, not empty.</param>
    /// <param name="prefix">Only where this stands right before it; white space between the two is not compared.</param>
    /// <param name="suffix">Only where this stands right after it; white space between the two is not compared.</param>
    public IEnumerable<int> PlacesOf(string quote, string? prefix = null, string? suffix = null)
    {
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            if (
                (prefix is null || text.AsSpan(0, at).TrimEnd().EndsWith(prefix.AsSpan().TrimEnd(), StringComparison.Ordinal))
                && (
                    suffix is null
                    || text.AsSpan(at + quote.Length).TrimStart().StartsWith(suffix.AsSpan().TrimStart(), StringComparison.Ordinal)
                )
            )
            {
                yield return offsets is null ? at : Array.BinarySearch(offsets, at);
            }
        }
    }

    private int Offset(int codePoint) => offsets is null ? codePoint : offsets[codePoint];
}
