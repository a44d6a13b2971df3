using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity took an official name. A source that gives the whole time makes one fact, dated with the interval.</summary>
public sealed record NameAdopted : NameFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        Date is { IsInterval: true } ? $"The official name of {names.Polity} was {Name}" : $"{names.Polity} took the official name {Name}";
}
