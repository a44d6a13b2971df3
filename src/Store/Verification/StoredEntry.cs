using ArtsakhLedger.Log;

namespace ArtsakhLedger.Verification;

/// <summary>A position as the ledger's own table has it.</summary>
/// <param name="Position">The position.</param>
/// <param name="EventId">The event that stands there.</param>
/// <param name="RecordedAt">Its record time.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Fact">The fact's id.</param>
/// <param name="Target">The fact that it is about, or null.</param>
/// <param name="Polity">Its polity, or null.</param>
/// <param name="Batch">Its batch, or null.</param>
/// <param name="Log">What is kept of the log with it.</param>
public sealed record StoredEntry(
    long Position,
    Guid EventId,
    DateTimeOffset RecordedAt,
    RecordedBy Author,
    string Fact,
    string? Target,
    string? Polity,
    string? Batch,
    LogRow Log
);

/// <summary>An event as Marten has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HeaderPosition">The position that its header says; null where it says none.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Type">The kind of fact.</param>
/// <param name="Timestamp">Its time.</param>
/// <param name="User">Who recorded it.</param>
/// <param name="Body">Its body as JSON in UTF-8, as the database spells it.</param>
public sealed record StoredBody(
    Guid Id,
    string? HeaderPosition,
    string Stream,
    long Version,
    string Type,
    DateTimeOffset Timestamp,
    string? User,
    byte[] Body
);
