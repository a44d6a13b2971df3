using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>Passports of the polity were not valid for travel to a country.</summary>
public sealed record PassportRefused : Fact
{
    /// <summary>The country, or the countries, that did not accept them.</summary>
    public required Party By { get; init; }

    public override IEnumerable<Party> Parties() => [By];

    public override string InWords(PartyNames names) => $"Passports of {names.Polity} could not be used to travel to {names[By]}";
}
