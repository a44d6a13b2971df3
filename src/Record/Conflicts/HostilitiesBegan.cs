using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>Armed hostilities against the polity, or between two others, began.</summary>
public sealed record HostilitiesBegan : WarFact
{
    /// <summary>The party that began them, according to the source.</summary>
    public required Party By { get; init; }

    /// <summary>The party that they were against; absent if it was the polity.</summary>
    public Party? Against { get; init; }

    protected override EpisodeRole Role => EpisodeRole.Opens;

    protected override (Party One, Party? Other) Opponents => (By, Against);

    public override string InWords(PartyNames names) => $"{names[By]} began hostilities against {names.OrPolity(Against)}";
}
