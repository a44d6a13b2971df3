namespace ArtsakhLedger.Access;

/// <summary>What keeps the ledger from telling who may write: settings that cannot be used, a key that cannot be read. The message says what to do.</summary>
public sealed class AccessException(string message, Exception? inner = null) : Exception(message, inner);
