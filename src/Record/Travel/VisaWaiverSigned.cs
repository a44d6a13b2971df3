using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>An agreement to abolish visa requirements was signed or reached. The waiver itself holds once it is in force.</summary>
public sealed record VisaWaiverSigned : Fact
{
    /// <summary>The other side.</summary>
    public required Party With { get; init; }

    /// <summary>True if each side waives visas for the other's citizens.</summary>
    public bool? Mutual { get; init; }

    public override IEnumerable<Party> Parties() => [With];

    public override string InWords(PartyNames names) =>
        Mutual is true
            ? $"{names.Polity} and {names[With]} agreed that citizens of each need no visa for the other"
            : $"{names.Polity} and {names[With]} agreed on travel without a visa";
}
