using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>Somebody else closed a mission in the polity.</summary>
public sealed record HostedOfficeClosed : HostedOfficeFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names[Sender]} closed its {WordsOfMission(names)}";
}
