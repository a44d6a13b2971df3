using System.Globalization;
using System.Text;

namespace TransparencyLog;

/// <summary>Proves offline that an entry is in a log: a signed checkpoint and the proof that leads from the entry to it (C2SP tlog-proof).</summary>
/// <param name="Index">The index of the entry, from 0.</param>
/// <param name="Hashes">The inclusion proof, the leaf's sibling first.</param>
/// <param name="Checkpoint">The checkpoint as the log signed it.</param>
public sealed record TlogProof(long Index, IReadOnlyList<MerkleHash> Hashes, SignedNote Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraMark = "extra ";
    private const string IndexMark = "index ";
    private const int MostHashes = 63;

    /// <summary>Data of the application's own, which nothing authenticates; null where there is none.</summary>
    public IReadOnlyList<byte>? Extra { get; init; }

    /// <summary>Reads a proof, and verifies nothing yet.</summary>
    /// <exception cref="FormatException">It is no proof.</exception>
    public static TlogProof Parse(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (end < 0 ? "" : text[..end]).Split('\n').AsSpan();
        if (lines is not [Header, ..])
            throw Malformed($"it begins with the line {Header} and has an empty line before its checkpoint");
        lines = lines[1..];
        byte[]? extra = null;
        if (lines is [var first, ..] && first.StartsWith(ExtraMark, StringComparison.Ordinal))
        {
            if (!StrictBase64.TryDecode(first[ExtraMark.Length..], out extra))
                throw Malformed("extra data is in base64");
            lines = lines[1..];
        }

        if (
            lines is not [var second, ..]
            || !second.StartsWith(IndexMark, StringComparison.Ordinal)
            || !StrictDecimal.TryParse(second.AsSpan(IndexMark.Length), out var index)
        )
            throw Malformed("its index is a line such as 'index 0'");
        lines = lines[1..];
        if (lines.Length > MostHashes)
            throw Malformed($"it has {MostHashes} hashes at most");
        var hashes = new MerkleHash[lines.Length];
        for (var place = 0; place < lines.Length; place++)
            hashes[place] = MerkleHash.FromBase64(lines[place]);
        return new(index, hashes, SignedNote.Parse(text[(end + 2)..])) { Extra = extra };
    }

    /// <summary>Verifies that an entry is in the log.</summary>
    /// <param name="entry">The entry that the leaf holds.</param>
    /// <param name="known">The keys of the log, and of no other.</param>
    /// <returns>The checkpoint that the entry is proven to be under.</returns>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    /// <exception cref="NoteVerificationException">The checkpoint is not signed by a known key, or does not hold the entry at that index.</exception>
    public Checkpoint Verify(ReadOnlySpan<byte> entry, params IReadOnlyCollection<VerifierKey> known)
    {
        Checkpoint.Verify(known);
        var checkpoint = TransparencyLog.Checkpoint.Parse(Checkpoint.Text);
        return new InclusionProof(Index, checkpoint.Head.Size, Hashes).Verify(MerkleHash.OfLeaf(entry), checkpoint.Head.Root)
            ? checkpoint
            : throw new NoteVerificationException(
                $"The proof does not lead from this entry at index {Index} to the root of the checkpoint."
            );
    }

    /// <summary>The proof as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Header}\n");
        if (Extra is not null)
            text.Append(ExtraMark).Append(Convert.ToBase64String([.. Extra])).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{IndexMark}{Index}\n");
        foreach (var hash in Hashes)
            text.Append(hash.ToBase64()).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static FormatException Malformed(string rule) => new($"This is not a tlog-proof: {rule}.");
}
