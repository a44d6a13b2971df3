using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>The text of a snapshot, attached from a file: what every quote is checked against, to the code point.</summary>
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
            offsets = [.. text.EnumerateRunes().Select(rune => (offset += rune.Utf16SequenceLength) - rune.Utf16SequenceLength), text.Length];
        }
    }

    /// <summary>SHA-256 of the file's bytes.</summary>
    public string Sha256 { get; }

    /// <summary>The number of code points of the text in NFC.</summary>
    public int Length { get; }

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static SnapshotText Of(ReadOnlySpan<byte> bytes)
    {
        var decoded = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').Normalize(NormalizationForm.FormC);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), decoded);
    }

    /// <summary>Tells what is wrong with a citation of this text; null where the quote stands exactly at its place.</summary>
    public string? ProblemWith(Citation citation)
    {
        var quote = citation.Quote.Normalize(NormalizationForm.FormC);
        if (citation.Start is { } start && citation.End is { } end)
        {
            if (start < 0 || end > Length || start >= end)
            {
                return $"the text has {Length} code points; {start} to {end} lies outside of it";
            }

            return text.AsSpan(Offset(start), Offset(end) - Offset(start)).SequenceEqual(quote) ? null
                : text.Contains(quote, StringComparison.Ordinal)
                    ? $"the quote does not stand at {start}; it stands at {string.Join(", ", Occurrences(quote))}"
                    : "the quote does not stand in the snapshot; copy the words exactly";
        }

        return text.Contains(quote, StringComparison.Ordinal) ? null : "the quote does not stand in the snapshot; copy the words exactly";
    }

    private IEnumerable<int> Occurrences(string quote)
    {
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            yield return offsets is null ? at : Array.BinarySearch(offsets, at);
        }
    }

    private int Offset(int codePoint) => offsets is null ? codePoint : offsets[codePoint];
}
