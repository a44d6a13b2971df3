using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity was dissolved: its life ended. On the day of the dissolution it no longer exists.</summary>
public sealed record StateDissolved : Fact
{
    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Closes)];

    public override string InWords(PartyNames names) => $"{names.Polity} was dissolved";
}
