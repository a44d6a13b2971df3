using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>A source shows somebody else's mission in the polity, with or without a date.</summary>
public sealed record HostedOfficeAttested : HostedOfficeFact
{
    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names[Sender]} had {Article.Before(WordsOfMission(names))}";
}
