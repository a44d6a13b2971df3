using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Episodes;

/// <summary>Something that holds for a time, such as a tenure or a recognition: one period of it, with the facts that open, attest and close it as known at a
/// position.</summary>
public sealed record Episode
{
    internal Episode(ThingFacts thing, string id) =>
        (Id, Thing, Kind, Nature, Party) = (id, thing.Id, thing.Kind, thing.Nature, thing.Party);

    /// <summary>The id of the thing, with <c>/2</c>, <c>/3</c> … for a further period.</summary>
    public string Id { get; }

    /// <summary>The id of the thing of which it is a period.</summary>
    public string Thing { get; }

    public EpisodeKind Kind { get; }

    /// <summary>How the rules of time treat it.</summary>
    public Nature Nature { get; }

    /// <summary>The id of the entity that its entries name.</summary>
    public string Party { get; }

    /// <summary>The number of the period, in the order of time as known.</summary>
    public int Number { get; internal init; } = 1;

    /// <summary>The id of the period before it; null for the first.</summary>
    public string? After { get; internal init; }

    /// <summary>Whether it began because the thing was moved: it did not begin again.</summary>
    public bool BeginsByMove { get; internal init; }

    /// <summary>Whether the thing has other periods.</summary>
    public bool IsOneOfSeveral { get; internal init; }

    /// <summary>The facts about it with their current content, and those that corroborate or deny these, in the order of record.</summary>
    public IReadOnlyList<RecordedFact> Facts { get; internal init; } = [];

    /// <summary>Those of the facts that say what it was like: all but what is told of the next period in another place, which ends it.</summary>
    public IReadOnlyList<RecordedFact> Describing { get; internal init; } = [];

    public IReadOnlyList<EpisodeClaim> Claims { get; internal init; } = [];

    public IReadOnlyList<EpisodeAttestation> Attestations { get; internal init; } = [];

    /// <summary>The attestations that may be of this period or of another: they narrow none.</summary>
    public IReadOnlyList<EpisodeAttestation> Loose { get; internal init; } = [];

    public IReadOnlyList<EpisodeDenial> Denials { get; internal init; } = [];

    /// <summary>The claims, or bounds of claims, attestations and denials that are shown and have no effect.</summary>
    public IReadOnlyList<SetAside> SetAside { get; internal init; } = [];

    /// <summary>True if one of its facts, or the identity of its party, is inferred rather than stated by a source.</summary>
    public bool Inferred { get; internal init; }

    /// <inheritdoc cref="PolityFold.Of(FactsAsKnown, EntityRegister, Func{long, EntityRegister}?, CancellationToken)"/>
    public static IReadOnlyList<Episode> Fold(FactsAsKnown known, EntityRegister entities) => PolityFold.Of(known, entities).Episodes;
}
