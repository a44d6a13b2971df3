namespace TransparencyLog;

/// <summary>JSON that has no canonical form, or none that keeps it exactly.</summary>
public sealed class CanonicalJsonException : Exception
{
    /// <summary>Says what is wrong and what to write instead.</summary>
    public CanonicalJsonException(string message)
        : base(message) { }

    /// <summary>Says what is wrong, and what found it.</summary>
    public CanonicalJsonException(string message, Exception inner)
        : base(message, inner) { }
}
