using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>The capacity of a minister in office changed. It attests the tenure and dates neither start nor end.</summary>
public sealed record CapacityChanged : TenureFact
{
    /// <summary>The new capacity: <c>acting</c>, or <c>full</c>.</summary>
    public required string Capacity { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [.. base.Details(), ("capacity", Capacity)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        Capacity == "full"
            ? $"{names[Person]} became {PostInWords(names)} in full"
            : $"{names[Person]} became {Capacity} {PostInWords(names)}";
}
