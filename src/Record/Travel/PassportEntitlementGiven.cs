using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>Citizens of the polity were entitled to a passport of another state.</summary>
public sealed record PassportEntitlementGiven : Fact
{
    /// <summary>The state whose passport it was.</summary>
    public required Party By { get; init; }

    /// <summary>How many of the citizens, in the source's terms ("most").</summary>
    public string? Extent { get; init; }

    public override IEnumerable<Party> Parties() => [By];

    public override string InWords(PartyNames names) =>
        $"{(Extent is null ? "C" : $"{Extent} c")}itizens of {names.Polity} were entitled to a passport of {names[By]}";
}
