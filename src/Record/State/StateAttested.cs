using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>A source shows the polity as a state, on a date or over a period: it is in a list of states, or is called one.</summary>
public sealed record StateAttested : Fact
{
    /// <summary>2, 3 … if a source says that it is a further life of the polity; needed only where the dates would be read otherwise.</summary>
    public int? Term { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Attests, Term)];

    public override string InWords(PartyNames names) => $"{names.Polity} existed";
}
