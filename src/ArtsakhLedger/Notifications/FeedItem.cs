namespace ArtsakhLedger.Notifications;

/// <summary>An appended fact, as the feed tells of it.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Type">The kind of fact.</param>
/// <param name="Position">Its place in the order of record, which is the event's id too.</param>
/// <param name="RecordedAt">When the ledger learnt it.</param>
/// <param name="Polity">The polity that it belongs to; absent for what describes entities and sources.</param>
/// <param name="Batch">The batch that it came with; absent for what came by itself.</param>
/// <param name="Fact">A link to the fact.</param>
/// <param name="About">A link to the fact that it corrects, retracts, reinstates, denies or corroborates.</param>
/// <param name="Proof">A link to the proof that the ledger holds it.</param>
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
