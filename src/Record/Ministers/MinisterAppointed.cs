using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A minister took office, or somebody any other post. A source that gives a term ("1993–1997") makes one fact, dated with the interval.</summary>
public sealed record MinisterAppointed : TenureFact
{
    /// <summary>The capacity, if not the full one: <c>acting</c>, or a rank such as <c>minister resident</c>.</summary>
    public string? Capacity { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("capacity", Capacity)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        $"{names[Person]} {(Date is { IsInterval: true } ? "was" : "became")} {WordsOfPost(names, Capacity)}";
}
