namespace ArtsakhLedger.Ledger;

/// <summary>A batch and the positions that it took.</summary>
/// <param name="Name"><c>{polity}/{name}</c>.</param>
/// <param name="First">The position of its first event.</param>
/// <param name="Last">The position of its last event so far.</param>
/// <param name="Events">The number of events in it.</param>
/// <param name="RecordedFrom">When its first event was recorded.</param>
/// <param name="RecordedUntil">When its last event was recorded.</param>
public sealed record RecordedBatch(
    string Name,
    long First,
    long Last,
    long Events,
    DateTimeOffset RecordedFrom,
    DateTimeOffset RecordedUntil
);
