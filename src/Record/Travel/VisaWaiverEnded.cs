using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Travel;

/// <summary>From then on, citizens of the polity needed a visa for a country again.</summary>
public sealed record VisaWaiverEnded : VisaWaiverFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        Mutual is true
            ? $"Citizens of {names.Polity} and of {names[With]} again needed a visa for each other's country"
            : $"Citizens of {names.Polity} again needed a visa for {names[With]}";
}
