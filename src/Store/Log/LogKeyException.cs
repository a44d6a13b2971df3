namespace ArtsakhLedger.Log;

/// <summary>The log cannot be signed with the key that there is; the message says what to do.</summary>
public sealed class LogKeyException(string message, Exception? inner = null) : Exception(message, inner);
