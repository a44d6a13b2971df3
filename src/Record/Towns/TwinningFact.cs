using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Towns;

/// <summary>A fact about the twinning of a town of the polity with one abroad. The towns carry it, not the polity.</summary>
public abstract record TwinningFact : Fact
{
    /// <summary>The town of the polity.</summary>
    [OfKind(EntityKind.Municipality, EntityKind.SubNational)]
    public required Party Town { get; init; }

    /// <summary>The town abroad.</summary>
    [OfKind(EntityKind.Municipality, EntityKind.SubNational)]
    public required Party Partner { get; init; }

    /// <summary>2, 3 … if a source says that the two were twinned again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Town.Id is { } town && Partner.Id is { } partner
            ? [new(EpisodeKind.Twinning.EpisodeOf(Polity!, Pair.Of(town, partner)), EpisodeKind.Twinning, partner, Role) { Term = Term }]
            : [];

    public override IEnumerable<(string Name, object? Value)> Identity() => [("town", Town)];

    public override IEnumerable<Party> Parties() => [Town, Partner];
}
