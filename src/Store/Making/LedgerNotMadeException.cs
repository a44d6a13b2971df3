namespace ArtsakhLedger.Making;

/// <summary>A ledger cannot be made there; the message says why, and where it can. Nothing was changed.</summary>
public sealed class LedgerNotMadeException(string message) : Exception(message);
