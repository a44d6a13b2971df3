using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A fact about an institution of the state.</summary>
public abstract record InstitutionFact : Fact
{
    /// <summary>The institution.</summary>
    [OfKind(EntityKind.Institution, EntityKind.Legislature, EntityKind.Chamber)]
    public required Party Institution { get; init; }

    /// <summary>The city of its seat.</summary>
    [OfKind(EntityKind.Municipality)]
    public Party? City { get; init; }

    /// <summary>2, 3 … if a source says that it was established again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        Institution.Id is { } institution
            ?
            [
                new(EpisodeKind.Institution.EpisodeOf(Polity!, institution), EpisodeKind.Institution, institution, Role)
                {
                    Term = Term,
                    Place = City?.Id,
                },
            ]
            : [];

    public override IEnumerable<Party> Parties() => City is null ? [Institution] : [Institution, City];
}
