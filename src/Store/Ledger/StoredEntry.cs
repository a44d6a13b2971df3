using ArtsakhLedger.Log;

namespace ArtsakhLedger.Ledger;

/// <summary>A row of <c>ledger.positions</c>.</summary>
/// <param name="Position">The position.</param>
/// <param name="EventId">The id of its event.</param>
/// <param name="RecordedAt">Its record time.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Fact">The fact's id.</param>
/// <param name="Target">The fact that it is about, or null.</param>
/// <param name="Polity">Its polity, or null.</param>
/// <param name="Batch">Its batch, or null.</param>
/// <param name="Log">Its part of the log.</param>
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
