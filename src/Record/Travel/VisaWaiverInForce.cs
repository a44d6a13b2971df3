using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>From then on, citizens of the polity needed no visa for a country.</summary>
public sealed record VisaWaiverInForce : VisaWaiverFact
{
    public override IEnumerable<(string Name, object? Value)> Details() => [("mutual", Mutual)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        Mutual is true
            ? $"Citizens of {names.Polity} and of {names[With]} needed no visa for each other's country"
            : $"Citizens of {names.Polity} needed no visa for {names[With]}";
}
