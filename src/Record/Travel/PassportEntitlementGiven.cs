using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>Citizens of the polity were entitled to a passport of another state.</summary>
public sealed record PassportEntitlementGiven : Fact
{
    /// <summary>The state that issues the passport.</summary>
    public required Party By { get; init; }

    /// <summary>How many of the citizens, in the source's words ("most").</summary>
    public string? Extent { get; init; }

    public override IEnumerable<Party> Parties() => [By];

    public override string InWords(PartyNames names) =>
        $"{(Extent is null ? "C" : $"{Extent} c")}itizens of {names.Polity} were entitled to a passport of {names[By]}";
}
