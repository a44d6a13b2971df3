using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>Armed hostilities against the polity began.</summary>
public sealed record HostilitiesBegan : Fact
{
    /// <summary>Who began them, as the source says.</summary>
    public required Party By { get; init; }

    public override IEnumerable<Party> Parties() => [By];

    public override string InWords(PartyNames names) => $"{names[By]} began hostilities against {names.Polity}";
}
