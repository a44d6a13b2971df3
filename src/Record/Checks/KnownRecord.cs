using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Checks;

/// <summary>What the record already has, as far as a new fact may refer to it.</summary>
/// <param name="Entities">The entities as described.</param>
/// <param name="Sources">The sources as archived.</param>
/// <param name="Facts">The fact that the new one is about, with all entries about it.</param>
/// <param name="Things">What is told of the things whose dispute a preference settles, or of which the new fact says that it tells of a further period.</param>
/// <param name="Texts">The available texts of the cited sources.</param>
public sealed record KnownRecord(
    EntityRegister Entities,
    SourceRegister Sources,
    FactsAsKnown Facts,
    ConcernedThings Things,
    IReadOnlyList<SnapshotText> Texts
)
{
    /// <summary>The source with this id; null if it is not archived.</summary>
    public SourceArchived? Source(string id) => Sources.Find(id)?.Source;

    /// <summary>The entry with this id that a new one may be about; null if there is none.</summary>
    public KnownFact? Fact(string id) => Facts.Find(id) ?? Entities.Descriptions.Find(id);

    /// <summary>Whether facts are recorded of a polity, so that the entity is a polity's own.</summary>
    public Func<string, bool> HasFacts { get; init; } = _ => false;

    /// <summary>The identifications of facts with others, and everything about them, if the check of the new entry asks for them.</summary>
    public FactsAsKnown Identified { get; init; } = new([]);

    /// <summary>The ids of the entries on which the check of a fact depends: if one of them changes, the fact must be checked again.</summary>
    public IEnumerable<string> DependenciesOf(Fact fact) =>
        [
            .. fact.Parties()
                .SelectMany(party => party.Id is { } id ? [id] : party.MayBe)
                .Append(fact.Polity)
                .OfType<string>()
                .Distinct()
                .Select(EntityDescribed.FactIdOf),
            .. CitationCheck.CitationsIn(fact).Select(citation => SourceArchived.FactIdOf(citation.Source)).Distinct(),
            .. new[] { (fact as SourceAssessed)?.Source, (fact as SourceAssessed)?.CopyOf }
                .OfType<string>()
                .Select(SourceArchived.FactIdOf),
            .. fact is FactsIdentified { Same: var same } ? ChangesOf(same).Prepend(same) : [],
            .. fact.Polity is { } polity && (fact is FactsIdentified || Identified.All.Count > 0)
                ? [Touching.ActsOf(polity)]
                : Array.Empty<string>(),
            .. (fact as DisagreementNoted)?.Facts ?? [],
            .. Things.Told.SelectMany(thing => thing.Entries).Select(entry => entry.Fact.Id).Distinct(),
            .. fact is AboutFact about ? ChangesOf(about.Target) : [],
            .. IdentityCheck.DependenciesOf(fact, this),
            .. ((fact as FactCorrected)?.Content ?? fact) is EntityDescribed { Identifiers: { } identifiers }
                ? identifiers.Select(Touching.IdentifiedBy)
                : [],
        ];

    /// <summary>The changes of an entry, and the changes of those: each decides what the entry says.</summary>
    private IEnumerable<string> ChangesOf(string id) =>
        Fact(id) is not { } known ? [] : known.Changes.SelectMany(change => ChangesOf(change.Fact.Id).Prepend(change.Fact.Id));
}
