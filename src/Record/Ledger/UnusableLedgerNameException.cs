namespace ArtsakhLedger.Ledger;

/// <summary>The exception for a text that cannot be a ledger's name; the message says why.</summary>
public sealed class UnusableLedgerNameException(string message) : Exception(message);
