namespace ArtsakhLedger.Access;

/// <summary>Access control cannot work: a setting is unusable or a key cannot be read. The message says what to do.</summary>
public sealed class AccessException(string message, Exception? inner = null) : Exception(message, inner);
