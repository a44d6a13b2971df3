using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity was proclaimed: its life began. A source that gives its whole life makes one fact, dated with the interval.</summary>
public sealed record StateProclaimed : Fact
{
    /// <summary>2, 3 … if a source says that it is a further life of the polity; needed only where the dates would be read otherwise.</summary>
    public int? Term { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Opens, Term)];

    public override string InWords(PartyNames names) => $"{names.Polity} {(Date is { IsInterval: true } ? "existed" : "was proclaimed")}";
}
