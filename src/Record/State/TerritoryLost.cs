using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity lost control of a territory.</summary>
public sealed record TerritoryLost : TerritoryFact
{
    /// <summary>The party that then controlled it, if a source says so.</summary>
    public Party? To { get; init; }

    public override IEnumerable<Party> Parties() => To is null ? [Territory] : [Territory, To];

    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names.Polity} lost {names[Territory]}{names.After("to", To)}";
}
