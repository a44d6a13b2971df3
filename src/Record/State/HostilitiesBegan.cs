using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>Armed hostilities against the polity began.</summary>
public sealed record HostilitiesBegan : Fact
{
    /// <summary>The party that began them, according to the source.</summary>
    public required Party By { get; init; }

    public override IEnumerable<Party> Parties() => [By];

    public override string InWords(PartyNames names) => $"{names[By]} began hostilities against {names.Polity}";
}
