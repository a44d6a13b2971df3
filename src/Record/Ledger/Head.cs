namespace ArtsakhLedger.Ledger;

/// <summary>The newest entry of the ledger.</summary>
/// <param name="Position">Its position; 0 if nothing has been recorded.</param>
/// <param name="RecordedAt">Its record time.</param>
public sealed record Head(long Position, DateTimeOffset RecordedAt);
