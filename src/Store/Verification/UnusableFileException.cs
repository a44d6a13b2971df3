namespace ArtsakhLedger.Verification;

/// <summary>A bundle or a kept checkpoint cannot be used; the message says why.</summary>
public sealed class UnusableFileException(string message) : Exception(message);
