using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A fact about a territory and the polity.</summary>
public abstract record TerritoryFact : Fact
{
    /// <summary>The territory.</summary>
    [OfKind(EntityKind.SubNational, EntityKind.Municipality)]
    public required Party Territory { get; init; }

    /// <summary>2, 3 … if a source says that the polity held it again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Territory.Id is { } territory
            ? [new(EpisodeKind.Territory.EpisodeOf(Polity!, territory), EpisodeKind.Territory, territory, Role) { Term = Term }]
            : [];

    public override IEnumerable<Party> Parties() => [Territory];
}
