using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity controlled a territory, or part of it.</summary>
public sealed record TerritoryHeld : TerritoryFact
{
    /// <summary>How much of it, in the source's words ("most", "some").</summary>
    public string? Extent { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("extent", Extent)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{names.Polity} held {(Extent is null ? "" : $"{Extent} of ")}{names[Territory]}";
}
