using ArtsakhLedger.Log;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>A checkpoint that was kept outside the ledger. Nothing else detects an owner of the database and the key who rebuilds the log.</summary>
/// <param name="Name">Where it was kept.</param>
/// <param name="Head">The tree head in it.</param>
public sealed record KeptCheckpoint(string Name, TreeHead Head)
{
    private const string StandardInput = "-";

    /// <summary>Reads a checkpoint, or the one in the tlog-proof of a receipt, from a file or, for <c>-</c>, from standard input.</summary>
    /// <exception cref="UnusableFileException">It cannot be read, is not a checkpoint, or is not signed by this log.</exception>
    public static KeptCheckpoint Read(string file, LogIdentity? log)
    {
        try
        {
            return file == StandardInput
                ? Of("standard input", Console.In.ReadToEnd(), log?.Keys ?? [])
                : Of(file, File.ReadAllText(file), log?.Keys ?? []);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Unusable(file, unusable.Message);
        }
        catch (NoteVerificationException unsigned)
        {
            throw Unusable(file, $"{unsigned.Message} Its log would be {log?.Origin ?? "one that has not been served yet"}.");
        }
    }

    /// <summary>Parses a checkpoint, or the one in a tlog-proof.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    /// <exception cref="NoteVerificationException">None of the keys has signed it.</exception>
    public static KeptCheckpoint Of(string name, string text, IReadOnlyList<VerifierKey> keys)
    {
        var note = text.StartsWith("c2sp.org/tlog-proof@", StringComparison.Ordinal)
            ? TlogProof.Parse(text).Checkpoint
            : SignedNote.Parse(text);
        note.Verify(keys);
        return new(name, Checkpoint.Parse(note.Text).Head);
    }

    private static UnusableFileException Unusable(string file, string why) => new($"{file}: {why}");
}
