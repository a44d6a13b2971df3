using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A fact about an office that may be a mission to another country or organisation than its host.</summary>
public abstract record MissionFact : OfficeFact
{
    /// <summary>The country or organisation that it was a mission to, if that is not just its host.</summary>
    [OfKind(EntityKind.Polity, EntityKind.SubNational, EntityKind.Organisation)]
    public Party? To { get; init; }

    protected override Party? MissionTo => To;
}
