namespace TransparencyLog;

/// <summary>The exception thrown when a note or proof cannot be verified.</summary>
public sealed class NoteVerificationException : Exception
{
    internal NoteVerificationException(string message)
        : base(message) { }
}
