using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>The capacity of a minister in office changed. It attests the tenure and dates neither start nor end.</summary>
public sealed record CapacityChanged : TenureFact
{
    /// <summary>The new capacity: <c>acting</c>, <c>full</c>, or a rank such as <c>minister resident</c>.</summary>
    public required string Capacity { get; init; }

    public override Phase? BeginsPhase() => new("capacity", Capacity);

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        Capacity == "full"
            ? $"{names[Person]} became {WordsOfPost(names)} in full"
            : $"{names[Person]} became {WordsOfPost(names, Capacity)}";
}
