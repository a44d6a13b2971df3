using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A source shows the polity in control of a territory, or of part of it, with or without a date.</summary>
public sealed record TerritoryAttested : TerritoryFact
{
    /// <summary>How much of it, in the source's words ("most", "some").</summary>
    public string? Extent { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("extent", Extent)];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names.Polity} held {(Extent is null ? "" : $"{Extent} of ")}{names[Territory]}";
}
