using ArtsakhLedger.Log;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>A checkpoint that somebody kept outside of the ledger: the only thing that catches an owner of database and key who rebuilds the log.</summary>
/// <param name="Name">Where it was kept.</param>
/// <param name="Head">The tree that the log said it had.</param>
public sealed record KeptCheckpoint(string Name, TreeHead Head)
{
    private const string StandardInput = "-";

    /// <summary>Reads one from a file, or from standard input where that is <c>-</c>: a checkpoint, or the tlog-proof of a receipt, which has one in it.</summary>
    /// <exception cref="UnusableFileException">It cannot be read, is none, or is not signed by this log.</exception>
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

    /// <summary>Takes one from its text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
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
