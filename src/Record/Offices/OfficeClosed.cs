using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>An office was closed.</summary>
public sealed record OfficeClosed : MissionFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names.Polity} closed its {WordsOfOffice(names)}";
}
