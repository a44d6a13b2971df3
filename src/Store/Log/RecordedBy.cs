namespace ArtsakhLedger.Log;

/// <summary>The author of an event, as stored. The digest in the log is of the RFC 8785 form of <c>{"name":…,"subject":…}</c>.</summary>
/// <param name="Subject">Identifies the author at the issuer.</param>
/// <param name="Name">The display name.</param>
public sealed record RecordedBy(string Subject, string Name);
