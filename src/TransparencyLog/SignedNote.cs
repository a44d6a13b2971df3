namespace TransparencyLog;

/// <summary>Text signed by one or more keys (C2SP signed-note). The text means nothing until <see cref="Verify"/> has told who signed it.</summary>
/// <param name="Text">The text, its last newline included.</param>
/// <param name="Signatures">The signatures; those of unknown keys are to be ignored.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The most signatures that a note may have here; the standard asks for 16 at least.</summary>
    public const int MostSignatures = 100;

    private const string Separator = "\n\n";

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text; it ends in a newline and has no other control characters.</param>
    /// <param name="keys">The keys, one signature each.</param>
    /// <exception cref="ArgumentException">The text cannot be that of a note.</exception>
    public static SignedNote Sign(string text, params IEnumerable<SigningKey> keys) =>
        IsText(text) && text.EndsWith('\n')
            ? new(text, [.. keys.Select(key => key.Sign(text))])
            : throw new ArgumentException("The text of a note ends in a newline and has no other control characters.", nameof(text));

    /// <summary>Reads a note, and verifies nothing yet.</summary>
    /// <exception cref="FormatException">It is no signed note.</exception>
    public static SignedNote Parse(string note)
    {
        if (!IsText(note) || !note.EndsWith('\n') || note.LastIndexOf(Separator, StringComparison.Ordinal) is not (>= 0 and var end))
            throw new FormatException("This is not a signed note: text, an empty line and signature lines, each ended by a newline.");
        var lines = note[(end + Separator.Length)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MostSignatures)
            throw new FormatException($"A note has from 1 to {MostSignatures} signatures.");
        return new(note[..(end + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>Tells which of the known keys signed the text.</summary>
    /// <param name="known">The keys that are trusted.</param>
    /// <returns>Those that signed it, at least one, each once.</returns>
    /// <exception cref="NoteVerificationException">The signature of a known key is wrong, or no known key signed.</exception>
    public IReadOnlyList<VerifierKey> Verify(params IReadOnlyCollection<VerifierKey> known)
    {
        var verified = new List<VerifierKey>();
        foreach (var signature in Signatures)
        {
            foreach (var key in known.Where(key => key.Name == signature.KeyName && key.Id == signature.KeyId && !verified.Contains(key)))
            {
                if (!key.Verifies(Text, [.. signature.Signature]))
                    throw new NoteVerificationException($"The signature of {key.Name} is not one of this text.");
                verified.Add(key);
            }
        }

        return verified.Count > 0 ? verified : throw new NoteVerificationException("None of the known keys has signed this note.");
    }

    /// <summary>The note as text.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";

    private static bool IsText(string text) => !text.Any(c => c < ' ' && c != '\n');
}
