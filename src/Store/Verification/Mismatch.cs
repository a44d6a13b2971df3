namespace ArtsakhLedger.Verification;

/// <summary>A place where the ledger differs from its log.</summary>
/// <param name="Position">The position; null where it concerns the ledger as a whole.</param>
/// <param name="Fact">The id of the fact there, where there is one.</param>
/// <param name="What">The difference, in a sentence.</param>
public sealed record Mismatch(long? Position, string? Fact, string What)
{
    public override string ToString() =>
        Position is null ? What
        : Fact is null ? $"Position {Position}: {What}"
        : $"Position {Position} ({Fact}): {What}";
}
