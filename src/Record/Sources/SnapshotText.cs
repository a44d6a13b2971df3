using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Sources;

/// <summary>The text of a snapshot in Unicode Normalization Form C, with which quotes are compared.</summary>
public sealed class SnapshotText
{
    private readonly string text;

    /// <summary>The index in <see cref="text"/> of each code point, and of the end; null if every code point is one UTF-16 unit.</summary>
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
    /// <returns>Null if it cannot be read; the problem says why.</returns>
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

    /// <summary>Its approximate size in memory, in bytes.</summary>
    public long Size => (sizeof(char) * (long)text.Length) + (sizeof(int) * (long)(offsets?.Length ?? 0));

    /// <summary>Decodes the bytes of a snapshot.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static SnapshotText Of(ReadOnlySpan<byte> bytes)
    {
        var decoded = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), NormalForm.Compose(decoded));
    }

    /// <summary>Cuts the text into passages.</summary>
    public IReadOnlyList<Passage> Passages() => PassageCutter.Cut(text);

    /// <summary>The text from one code point (inclusive) to another (exclusive).</summary>
    public string Words(int start, int end) => text[Offset(start)..Offset(end)];

    /// <summary>Whether the quote is exactly the text from <paramref name="start"/> (inclusive) to <paramref name="end"/>
    /// (exclusive), in code points.</summary>
    /// <param name="quote">The quote, in NFC.</param>
    /// <param name="start">The first code point.</param>
    /// <param name="end">The code point after the last.</param>
    public bool StandsAt(string quote, int start, int end) =>
        start >= 0 && start < end && end <= Length && text.AsSpan(Offset(start), Offset(end) - Offset(start)).SequenceEqual(quote);

    /// <summary>Finds a quote: the first code point of each occurrence, in order. All arguments are in NFC.</summary>
    /// <param name="quote">The quote, not empty.</param>
    /// <param name="prefix">If given, finds only occurrences right after this text; white space between them is ignored.</param>
    /// <param name="suffix">If given, finds only occurrences right before this text; white space between them is ignored.</param>
    /// <param name="wholeWords">True to find only occurrences that, with what is beside them, begin and end with whole words.</param>
    public IEnumerable<int> PlacesOf(string quote, string? prefix = null, string? suffix = null, bool wholeWords = false)
    {
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            if (
                (prefix is null || text.AsSpan(0, at).TrimEnd().EndsWith(prefix.AsSpan().TrimEnd(), StringComparison.Ordinal))
                && (
                    suffix is null
                    || text.AsSpan(at + quote.Length).TrimStart().StartsWith(suffix.AsSpan().TrimStart(), StringComparison.Ordinal)
                )
                && (!wholeWords || (IsBoundary(StartOf(at, prefix)) && IsBoundary(EndOf(at + quote.Length, suffix))))
            )
            {
                yield return offsets is null ? at : Array.BinarySearch(offsets, at);
            }
        }
    }

    private int StartOf(int at, string? prefix) =>
        prefix is null ? at : text.AsSpan(0, at).TrimEnd().Length - prefix.AsSpan().TrimEnd().Length;

    private int EndOf(int end, string? suffix) =>
        suffix is null ? end : text.Length - text.AsSpan(end).TrimStart().Length + suffix.AsSpan().TrimStart().Length;

    /// <summary>Whether no word goes on over an index.</summary>
    private bool IsBoundary(int index) => index == 0 || index == text.Length || !IsOfWord(text[index - 1]) || !IsOfWord(text[index]);

    private static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private int Offset(int codePoint) => offsets is null ? codePoint : offsets[codePoint];
}
