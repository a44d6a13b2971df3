using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>Somebody else opened a mission in the polity.</summary>
public sealed record HostedOfficeOpened : HostedOfficeFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{names[Sender]} opened {Article.Before(WordsOfMission(names))}";
}
