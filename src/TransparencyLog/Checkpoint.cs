using System.Globalization;

namespace TransparencyLog;

/// <summary>What a log says of its tree at one size (C2SP tlog-checkpoint). It is worth what its signatures are: see <see cref="SignedNote"/>.</summary>
/// <param name="Origin">The unique name of the log.</param>
/// <param name="Head">The size and root of its tree.</param>
public sealed record Checkpoint(string Origin, TreeHead Head)
{
    /// <summary>Lines that a log may add; opaque, and none of ours.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The text to be signed.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin}\n{Head.Size}\n{Head.Root.ToBase64()}\n{string.Concat(Extensions.Select(line => $"{line}\n"))}"
        );

    /// <summary>Reads the text of a checkpoint.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Checkpoint Parse(string text)
    {
        if (
            text.Split('\n') is not [var origin, var decimalSize, var root, .. var extensions, ""]
            || origin.Length == 0
            || !StrictDecimal.TryParse(decimalSize, out var size)
            || extensions.Contains("")
        )
        {
            throw new FormatException(
                "This is not a checkpoint: the lines of one are an origin, a size and a root hash in base64, each ended by a newline."
            );
        }

        return new(origin, new(size, MerkleHash.FromBase64(root))) { Extensions = extensions };
    }

    /// <summary>Reads a signed checkpoint and verifies its signatures.</summary>
    /// <param name="note">The note.</param>
    /// <param name="known">The keys that are trusted.</param>
    /// <exception cref="FormatException">It is no signed checkpoint.</exception>
    /// <exception cref="NoteVerificationException">The signature of a known key is wrong, or no known key signed.</exception>
    public static Checkpoint Open(string note, params IReadOnlyCollection<VerifierKey> known)
    {
        var signed = SignedNote.Parse(note);
        signed.Verify(known);
        return Parse(signed.Text);
    }

    /// <summary>Signs it.</summary>
    public SignedNote Sign(params IEnumerable<SigningKey> keys) => SignedNote.Sign(Text, keys);
}
