using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Checks;

/// <summary>What is known already, as far as a new fact may refer to it.</summary>
/// <param name="Entities">The entities as described.</param>
/// <param name="Sources">The sources as archived.</param>
/// <param name="Facts">The fact that the new one is about, with all that is said about it.</param>
/// <param name="Episode">The episode whose dispute a preference settles; null where there is none, or where it is not asked.</param>
/// <param name="Texts">The snapshots of cited sources that are at hand.</param>
public sealed record KnownRecord(
    EntityRegister Entities,
    SourceRegister Sources,
    FactsAsKnown Facts,
    Episode? Episode,
    IReadOnlyList<SnapshotText> Texts
)
{
    /// <summary>A source as known; null where it is not archived.</summary>
    public SourceArchived? Source(string id) => Sources.Find(id)?.Source;

    /// <summary>The fact with this id that a new one may be about.</summary>
    public KnownFact? Fact(string id) => Facts.Find(id) ?? Entities.Descriptions.Find(id);

    /// <summary>The ids of the entries that a decision about a fact looks at: where one of them is touched, it must be made again.</summary>
    public IEnumerable<string> DependenciesOf(Fact fact) =>
        [
            .. fact.Parties()
                .SelectMany(party => party.Id is { } id ? [id] : party.MayBe)
                .Append(fact.Polity)
                .OfType<string>()
                .Distinct()
                .Select(EntityDescribed.FactIdOf),
            .. fact.Citations.Select(citation => SourceArchived.FactIdOf(citation.Source)).Distinct(),
            .. Episode?.Facts.Select(entry => entry.Fact.Id) ?? [],
        ];
}
