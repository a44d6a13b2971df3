using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity controlled a territory, or part of it.</summary>
public sealed record TerritoryHeld : Fact
{
    /// <summary>The territory.</summary>
    [OfKind(EntityKind.SubNational, EntityKind.Municipality)]
    public required Party Territory { get; init; }

    /// <summary>How much of it, in the source's words ("most", "some").</summary>
    public string? Extent { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Territory.Id is { } territory
            ? [new(EpisodeKind.Territory.EpisodeOf(Polity!, territory), EpisodeKind.Territory, territory, EpisodeRole.Opens)]
            : [];

    public override IEnumerable<(string Name, object? Value)> Details() => [("extent", Extent)];

    public override IEnumerable<Party> Parties() => [Territory];

    public override string InWords(PartyNames names) => $"{names.Polity} held {(Extent is null ? "" : $"{Extent} of ")}{names[Territory]}";
}
