using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A source shows the minister in office on a date.</summary>
public sealed record MinisterAttested : TenureFact
{
    /// <summary>The capacity, if not the full one: <c>acting</c>.</summary>
    public string? Capacity { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("capacity", Capacity)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names[Person]} was {WordsOfPost(names, Capacity)}";
}
