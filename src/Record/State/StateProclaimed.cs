using ArtsakhLedger.Facts;

namespace ArtsakhLedger.State;

/// <summary>The polity was proclaimed: its life began. A source that gives its whole life makes one fact, dated with the interval.</summary>
public sealed record StateProclaimed : Fact
{
    public override IEnumerable<EpisodeLink> EpisodeLinks() => [PolityExistence.Of(this, EpisodeRole.Opens)];

    public override string InWords(PartyNames names) => $"{names.Polity} {(Date is { IsInterval: true } ? "existed" : "was proclaimed")}";
}
