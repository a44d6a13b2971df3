namespace ArtsakhLedger.Embedded;

/// <summary>Why there is no PostgreSQL to run on, in words that say what to do about it.</summary>
public class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException() { }

    public EmbeddedPostgresException(string message)
        : base(message) { }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException) { }
}
