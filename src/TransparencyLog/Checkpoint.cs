using System.Globalization;

namespace TransparencyLog;

/// <summary>Represents the state of a log's tree at some size, to be signed by the log (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The unique name of the log.</param>
/// <param name="Head">The size and root hash of the tree.</param>
public sealed record Checkpoint(string Origin, TreeHead Head)
{
    /// <summary>The extension lines, which are opaque. Most logs have none.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The text to be signed.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin}\n{Head.Size}\n{Head.Root.ToBase64()}\n{string.Concat(Extensions.Select(line => $"{line}\n"))}"
        );

    /// <summary>Parses the text of a checkpoint, without verifying anything.</summary>
    /// <param name="text">The text of the signed note.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="FormatException">The text is not a checkpoint.</exception>
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
                "This is not a checkpoint: expected an origin, a size and a root hash in base64, each on a line of its own."
            );
        }

        return new(origin, new(size, MerkleHash.FromBase64(root))) { Extensions = extensions };
    }

    /// <summary>Parses a signed checkpoint and verifies its signatures.</summary>
    /// <param name="note">The signed note.</param>
    /// <param name="trustedKeys">The keys to verify with.</param>
    /// <returns>The verified checkpoint.</returns>
    /// <exception cref="FormatException">The note is not a signed checkpoint.</exception>
    /// <exception cref="NoteVerificationException">A trusted key's signature is invalid, or no trusted key signed the note.</exception>
    public static Checkpoint Open(string note, params IReadOnlyCollection<VerifierKey> trustedKeys)
    {
        var signed = SignedNote.Parse(note);
        signed.Verify(trustedKeys);
        return Parse(signed.Text);
    }

    /// <summary>Signs the checkpoint.</summary>
    /// <param name="keys">The keys to sign with.</param>
    /// <returns>The signed note, with one signature per key.</returns>
    public SignedNote Sign(params IEnumerable<SigningKey> keys) => SignedNote.Sign(Text, keys);
}
