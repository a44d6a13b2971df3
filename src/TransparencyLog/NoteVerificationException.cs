namespace TransparencyLog;

/// <summary>A note is not signed as it has to be.</summary>
public sealed class NoteVerificationException : Exception
{
    /// <summary>Says what is wrong with it.</summary>
    public NoteVerificationException(string message)
        : base(message) { }
}
