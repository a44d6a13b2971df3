namespace ArtsakhLedger.Log;

/// <summary>The signing key of the log is missing or cannot be used; the message says what to do.</summary>
public sealed class LogKeyException(string message, Exception? inner = null) : Exception(message, inner);
