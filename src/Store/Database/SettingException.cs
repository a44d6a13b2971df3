namespace ArtsakhLedger.Database;

/// <summary>A setting cannot be used; the message says which and why.</summary>
public sealed class SettingException(string message, Exception? inner = null) : Exception(message, inner);
