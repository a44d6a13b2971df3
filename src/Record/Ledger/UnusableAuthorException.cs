namespace ArtsakhLedger.Ledger;

/// <summary>A subject or display name cannot stand in a public record; the message says why.</summary>
public sealed class UnusableAuthorException(string message) : Exception(message);
