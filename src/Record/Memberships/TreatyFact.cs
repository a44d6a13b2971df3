using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A fact about a convention or another treaty and the polity.</summary>
public abstract record TreatyFact : Fact
{
    /// <summary>The convention or treaty.</summary>
    [OfKind(EntityKind.Convention)]
    public required Party Convention { get; init; }

    /// <summary>2, 3 … if a source says that the polity became a party to it again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Convention.Id is { } convention
            ? [new(EpisodeKind.Convention.EpisodeOf(Polity!, convention), EpisodeKind.Convention, convention, Role) { Term = Term }]
            : [];

    public override IEnumerable<Party> Parties() => [Convention];
}
