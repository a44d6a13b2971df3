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

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static SnapshotText Of(ReadOnlySpan<byte> bytes)
    {
        var decoded = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').Normalize(NormalizationForm.FormC);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), decoded);
    }

    /// <summary>Its passages.</summary>
    public IReadOnlyList<Passage> Passages() => PassageCutter.Cut(text);

    /// <summary>The words between two code points.</summary>
    public string Words(int start, int end) => text[Offset(start)..Offset(end)];

    /// <summary>Tells what is wrong with a citation of this text; null where the quote stands exactly at its place, and nowhere else with its prefix and suffix.</summary>
    public string? ProblemWith(Citation citation)
    {
        var quote = citation.Quote.Normalize(NormalizationForm.FormC);
        if (!text.Contains(quote, StringComparison.Ordinal))
        {
            return "the quote does not stand in the snapshot; copy the words exactly";
        }

        if (citation.Start is not { } start || citation.End is not { } end)
        {
            return null;
        }

        if (start < 0 || end > Length || start >= end)
        {
            return $"the text has {Length} code points; {start} to {end} lies outside of it";
        }

        if (Words(start, end) != quote)
        {
            return $"the quote does not stand at {start}; it stands at {string.Join(", ", Occurrences(quote))}";
        }

        var prefix = citation.Prefix?.Normalize(NormalizationForm.FormC) ?? "";
        var around = prefix + quote + citation.Suffix?.Normalize(NormalizationForm.FormC);
        var first = Offset(start) - prefix.Length;
        return first < 0 || !text.AsSpan(first).StartsWith(around, StringComparison.Ordinal)
            ? "the prefix does not stand right before the quote, or the suffix not right after it; copy them exactly"
            : text.IndexOf(around, StringComparison.Ordinal) != text.LastIndexOf(around, StringComparison.Ordinal)
                ? $"the quote stands at {string.Join(", ", Occurrences(around))}; add a prefix or suffix that tells which is meant"
                : null;
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
