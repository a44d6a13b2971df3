namespace ArtsakhLedger.Notifications;

/// <summary>An appended fact in the feed.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Type">The kind of fact.</param>
/// <param name="Position">Its position, which is also the event's id.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Polity">The polity that it belongs to; absent for descriptions of entities and sources.</param>
/// <param name="Batch">The batch that it came with; absent if it came in none.</param>
/// <param name="Fact">A link to the fact.</param>
/// <param name="About">A link to the fact that it corrects, retracts, reinstates, denies or corroborates.</param>
/// <param name="Proof">A link to the proof that it is in the ledger.</param>
public sealed record FeedItem(
    string Id,
    string Type,
    long Position,
    DateTimeOffset RecordedAt,
    string? Polity,
    string? Batch,
    string Fact,
    string? About,
    string Proof
);
