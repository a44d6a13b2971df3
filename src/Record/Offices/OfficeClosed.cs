using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Offices;

/// <summary>An office was closed.</summary>
public sealed record OfficeClosed : OfficeFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names.Polity} closed its representative office in {names[City]}";
}
