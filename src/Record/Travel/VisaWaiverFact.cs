using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>A fact about travel of the polity's citizens to a country without a visa.</summary>
public abstract record VisaWaiverFact : Fact
{
    /// <summary>The country.</summary>
    public required Party With { get; init; }

    /// <summary>True if it is also said of its citizens and the polity.</summary>
    public bool? Mutual { get; init; }

    /// <summary>2, 3 … if a source says that it was in force again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        With.Id is { } with
            ? [new(EpisodeKind.VisaWaiver.EpisodeOf(Polity!, with), EpisodeKind.VisaWaiver, with, Role) { Term = Term }]
            : [];

    public override IEnumerable<Party> Parties() => [With];
}
