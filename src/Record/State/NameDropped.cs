using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity gave up an official name.</summary>
public sealed record NameDropped : NameFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names.Polity} gave up the official name {Name}";
}
