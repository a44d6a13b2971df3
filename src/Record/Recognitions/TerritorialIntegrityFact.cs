using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A fact about a proposal to recognise the territorial integrity of a state that claims the polity's territory.</summary>
public abstract record TerritorialIntegrityFact : PublicMeasure
{
    /// <summary>Whose territorial integrity it was about.</summary>
    [OfKind(EntityKind.Polity)]
    public required Party Of { get; init; }

    public override IEnumerable<Party> Parties() => [.. base.Parties(), Of];
}
