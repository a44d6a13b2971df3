using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity succeeded another one. It is a single event: it begins and ends neither.</summary>
public sealed record StateSucceeded : Fact
{
    /// <summary>The polity that it succeeded.</summary>
    [OfKind(EntityKind.Polity)]
    public required Party Predecessor { get; init; }

    public override IEnumerable<Party> Parties() => [Predecessor];

    public override string InWords(PartyNames names) => $"{names.Polity} succeeded {names[Predecessor]}";
}
