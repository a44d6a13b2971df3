using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ledger;

/// <summary>An entry of the ledger: a fact with its place in the record.</summary>
/// <param name="Position">Its place in the order of record: 1, 2, 3 …, dense.</param>
/// <param name="RecordedAt">When it was recorded, in UTC; strictly increases with the position.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Batch">The batch that it came with, as <c>{polity}/{name}</c>; null if it came over HTTP.</param>
/// <param name="Fact">What was recorded.</param>
public sealed record RecordedFact(long Position, DateTimeOffset RecordedAt, Author Author, string? Batch, Fact Fact)
{
    /// <summary>About how many bytes of memory it takes, for caches that count what they hold.</summary>
    public int MemorySize => Fact.MemorySize();
}
