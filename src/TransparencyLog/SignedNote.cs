namespace TransparencyLog;

/// <summary>Represents a text signed by one or more keys (C2SP signed-note).</summary>
/// <remarks>The text must not be trusted until <see cref="Verify"/> succeeds.</remarks>
/// <param name="Text">The text, including its final newline.</param>
/// <param name="Signatures">The signatures. <see cref="Verify"/> ignores those of unknown keys.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The maximum number of signatures in a note to parse. The standard requires support for at least 16.</summary>
    public const int MaxSignatures = 100;

    private const string Separator = "\n\n";

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text, which must end in a newline and contain no control characters other than newlines.</param>
    /// <param name="keys">The keys to sign with.</param>
    /// <returns>The signed note, with one signature per key.</returns>
    /// <exception cref="ArgumentException">The text does not meet these requirements.</exception>
    public static SignedNote Sign(string text, params IEnumerable<SigningKey> keys) =>
        IsText(text) && text.EndsWith('\n')
            ? new(text, [.. keys.Select(key => key.Sign(text))])
            : throw new ArgumentException(
                "The text of a note must end in a newline and contain no control characters other than newlines.",
                nameof(text)
            );

    /// <summary>Parses a signed note, without verifying its signatures.</summary>
    /// <param name="note">The text of the note with its signature lines.</param>
    /// <returns>The note.</returns>
    /// <exception cref="FormatException">The text is not a signed note.</exception>
    public static SignedNote Parse(string note)
    {
        if (!IsText(note) || !note.EndsWith('\n') || note.LastIndexOf(Separator, StringComparison.Ordinal) is not (>= 0 and var end))
            throw new FormatException(
                "This is not a signed note: expected a text, an empty line and signature lines, each ending in a newline."
            );
        var lines = note[(end + Separator.Length)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MaxSignatures)
            throw new FormatException($"A note must have 1 to {MaxSignatures} signatures.");
        return new(note[..(end + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>Verifies the signatures of trusted keys.</summary>
    /// <param name="trustedKeys">The keys to verify with.</param>
    /// <returns>The trusted keys that signed the note, at least one.</returns>
    /// <exception cref="NoteVerificationException">A trusted key's signature is invalid, or no trusted key signed the note.</exception>
    public IReadOnlyList<VerifierKey> Verify(params IReadOnlyCollection<VerifierKey> trustedKeys)
    {
        var verified = new List<VerifierKey>();
        foreach (var signature in Signatures)
        {
            foreach (
                var key in trustedKeys.Where(key => key.Name == signature.KeyName && key.Id == signature.KeyId && !verified.Contains(key))
            )
            {
                if (!key.Verify(Text, signature.Signature.Span))
                    throw new NoteVerificationException($"The signature of {key.Name} is not one of this text.");
                verified.Add(key);
            }
        }

        return verified.Count > 0 ? verified : throw new NoteVerificationException("None of the known keys has signed this note.");
    }

    /// <summary>Returns the note with its signature lines.</summary>
    /// <returns>Text that <see cref="Parse"/> parses.</returns>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";

    private static bool IsText(string text) => !text.Any(c => c < ' ' && c != '\n');
}
