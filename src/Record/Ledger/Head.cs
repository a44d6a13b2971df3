namespace ArtsakhLedger.Ledger;

/// <summary>The newest entry of the ledger.</summary>
/// <param name="Position">Its position; 0 where nothing is recorded yet.</param>
/// <param name="RecordedAt">Its record time.</param>
public sealed record Head(long Position, DateTimeOffset RecordedAt);
