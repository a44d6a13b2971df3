using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>Signs the checkpoints of the log, once it has been opened.</summary>
public sealed class LogSigner : IDisposable
{
    private LogIdentity? identity;
    private SigningKey? key;
    private volatile Signed? last;

    /// <summary>The unique name of the log.</summary>
    public string Origin => Opened.Origin;

    /// <summary>The key that verifies its signatures, as a C2SP vkey.</summary>
    public VerifierKey Verifier => (key ?? throw NotOpen()).Verifier;

    private LogIdentity Opened => identity ?? throw NotOpen();

    /// <summary>Sets the name and the key of the log.</summary>
    public void Open(LogIdentity log, SigningKey signing) => (identity, key) = (log, signing);

    /// <summary>The signed checkpoint of a committed tree. The last one is kept, so that a tree is signed once.</summary>
    public SignedNote Sign(TreeHead head)
    {
        if (last is { } signed && signed.Head == head)
        {
            return signed.Note;
        }

        var note = new Checkpoint(Origin, head).Sign(key ?? throw NotOpen());
        last = new(head, note);
        return note;
    }

    public void Dispose() => key?.Dispose();

    private static InvalidOperationException NotOpen() => new("The log is not open yet.");

    private sealed record Signed(TreeHead Head, SignedNote Note);
}
