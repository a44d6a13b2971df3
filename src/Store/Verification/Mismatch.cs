namespace ArtsakhLedger.Verification;

/// <summary>The first place where the ledger is not what its log says.</summary>
/// <param name="Position">The position that does not fit; null where it is about the ledger as a whole.</param>
/// <param name="Fact">The id of the fact there, where there is one.</param>
/// <param name="What">What does not fit, in a sentence.</param>
public sealed record Mismatch(long? Position, string? Fact, string What)
{
    public override string ToString() =>
        Position is null ? What
        : Fact is null ? $"Position {Position}: {What}"
        : $"Position {Position} ({Fact}): {What}";
}
