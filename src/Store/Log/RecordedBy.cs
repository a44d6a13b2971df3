namespace ArtsakhLedger.Log;

/// <summary>An event's author as it is stored. Its digest in the log is over the RFC 8785 form of <c>{"name":…,"subject":…}</c>.</summary>
/// <param name="Subject">Identifies the author at the issuer.</param>
/// <param name="Name">The display name.</param>
public sealed record RecordedBy(string Subject, string Name);
