using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A source shows the polity as a state, on a date or over a period: it is in a list of states, or is called one.</summary>
public sealed record StateAttested : Fact
{
    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Attests)];

    public override string InWords(PartyNames names) => $"{names.Polity} existed";
}
