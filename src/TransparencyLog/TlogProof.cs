using System.Globalization;
using System.Text;

namespace TransparencyLog;

/// <summary>
/// Represents an offline proof that an entry is in a log: an inclusion proof and the signed checkpoint it leads to (C2SP
/// tlog-proof).
/// </summary>
/// <param name="Index">The zero-based index of the entry.</param>
/// <param name="Hashes">The hashes of the inclusion proof.</param>
/// <param name="Checkpoint">The signed checkpoint.</param>
public sealed record TlogProof(long Index, IReadOnlyList<MerkleHash> Hashes, SignedNote Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraPrefix = "extra ";
    private const string IndexPrefix = "index ";
    private const int MaxHashes = 63;

    /// <summary>Application-specific data, which is not authenticated; <see langword="null"/> if there is none.</summary>
    public ReadOnlyMemory<byte>? Extra { get; init; }

    /// <summary>Parses a proof, without verifying it.</summary>
    /// <param name="text">The text to parse.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="FormatException">The text is not a proof.</exception>
    public static TlogProof Parse(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (end < 0 ? "" : text[..end]).Split('\n').AsSpan();
        if (lines is not [Header, ..])
            throw Malformed($"expected the line {Header} at the beginning, and an empty line before the checkpoint");
        lines = lines[1..];
        ReadOnlyMemory<byte>? extra = null;
        if (lines is [var first, ..] && first.StartsWith(ExtraPrefix, StringComparison.Ordinal))
        {
            if (!StrictBase64.TryDecode(first[ExtraPrefix.Length..], out var decoded))
                throw Malformed("extra data must be in base64");
            extra = decoded;
            lines = lines[1..];
        }

        if (
            lines is not [var second, ..]
            || !second.StartsWith(IndexPrefix, StringComparison.Ordinal)
            || !StrictDecimal.TryParse(second.AsSpan(IndexPrefix.Length), out var index)
        )
            throw Malformed("expected a line with the index, such as 'index 0'");
        lines = lines[1..];
        if (lines.Length > MaxHashes)
            throw Malformed($"it can have at most {MaxHashes} hashes");
        var hashes = new MerkleHash[lines.Length];
        for (var place = 0; place < lines.Length; place++)
            hashes[place] = MerkleHash.FromBase64(lines[place]);
        return new(index, hashes, SignedNote.Parse(text[(end + 2)..])) { Extra = extra };
    }

    /// <summary>Verifies that an entry is in the log.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="trustedKeys">The keys of the log; keys of other logs must not be passed.</param>
    /// <returns>The checkpoint of the tree that contains the entry.</returns>
    /// <exception cref="FormatException">The signed note is not a checkpoint.</exception>
    /// <exception cref="NoteVerificationException">
    /// The checkpoint is not signed by a trusted key, or its tree does not have the entry at <see cref="Index"/>.
    /// </exception>
    public Checkpoint Verify(ReadOnlySpan<byte> entry, params IReadOnlyCollection<VerifierKey> trustedKeys)
    {
        Checkpoint.Verify(trustedKeys);
        var checkpoint = TransparencyLog.Checkpoint.Parse(Checkpoint.Text);
        return new InclusionProof(Index, checkpoint.Head.Size, Hashes).Verify(MerkleHash.HashLeaf(entry), checkpoint.Head.Root)
            ? checkpoint
            : throw new NoteVerificationException(
                $"The proof does not lead from this entry at index {Index} to the root of the checkpoint."
            );
    }

    /// <summary>Returns the text form of the proof.</summary>
    /// <returns>Text that <see cref="Parse"/> parses.</returns>
    public override string ToString()
    {
        var text = new StringBuilder($"{Header}\n");
        if (Extra is { } extra)
            text.Append(ExtraPrefix).Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{IndexPrefix}{Index}\n");
        foreach (var hash in Hashes)
            text.Append(hash.ToBase64()).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static FormatException Malformed(string reason) => new($"This is not a tlog-proof: {reason}.");
}
