using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Ministers;

/// <summary>A fact about one person's tenure of a post.</summary>
public abstract record TenureFact : Fact
{
    /// <summary>The holder.</summary>
    public required Party Person { get; init; }

    /// <summary>The post; <c>foreign-minister</c> is the one that the record knows.</summary>
    public string Post { get; init; } = EpisodeKind.ForeignMinister.Name;

    /// <summary>2, 3 … where a source says that it is a further term of the same person; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract BearingRole Role { get; }

    public override IEnumerable<Bearing> Bearings() => Person.Id is { } person
        ? [new(EpisodeKind.ForeignMinister.EpisodeOf(Polity!, person, Term), EpisodeKind.ForeignMinister, person, Role)]
        : [];

    public override IEnumerable<Party> Parties() => [Person];
}
