using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ledger;

/// <summary>A fact as it stands in the ledger.</summary>
/// <param name="Position">Its place in the order of record: 1, 2, 3 …, dense.</param>
/// <param name="RecordedAt">When the ledger learnt it, in UTC, strictly increasing with the position.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Batch">The batch that it came with, as <c>{polity}/{name}</c>; null for what came over HTTP.</param>
/// <param name="Fact">What was recorded.</param>
public sealed record RecordedFact(long Position, DateTimeOffset RecordedAt, Author Author, string? Batch, Fact Fact);
