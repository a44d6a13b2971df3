using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity was dissolved: its life ended. On the day of the dissolution it no longer exists.</summary>
public sealed record StateDissolved : Fact
{
    /// <summary>2, 3 … if a source says that it is a further life of the polity; needed only where the dates would be read otherwise.</summary>
    public int? Term { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Closes, Term)];

    public override string InWords(PartyNames names) => $"{names.Polity} was dissolved";
}
