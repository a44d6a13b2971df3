namespace TransparencyLog;

/// <summary>The exception thrown when JSON has no canonical form, or cannot be preserved exactly.</summary>
public sealed class CanonicalJsonException : Exception
{
    /// <summary>Initializes the exception with a message.</summary>
    /// <param name="message">What is wrong, and what to write instead.</param>
    public CanonicalJsonException(string message)
        : base(message) { }

    /// <summary>Initializes the exception with a message and the exception that caused it.</summary>
    /// <param name="message">What is wrong, and what to write instead.</param>
    /// <param name="innerException">The cause.</param>
    public CanonicalJsonException(string message, Exception innerException)
        : base(message, innerException) { }
}
