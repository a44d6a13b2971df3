using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A source shows an official name of the polity, with or without a date.</summary>
public sealed record NameAttested : NameFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"The official name of {names.Polity} was {Name}";
}
