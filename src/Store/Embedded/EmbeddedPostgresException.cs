namespace ArtsakhLedger.Embedded;

/// <summary>PostgreSQL is missing or cannot be used; the message says what to do.</summary>
public class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException() { }

    public EmbeddedPostgresException(string message)
        : base(message) { }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException) { }
}
