namespace ArtsakhLedger.Ledger;

/// <summary>The exception for a subject or display name that cannot be shown in a public record; the message says why.</summary>
public sealed class UnusableAuthorException(string message) : Exception(message);
