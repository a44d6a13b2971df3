using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A convention or another treaty entered into force for the polity. A source that gives the whole time makes one fact, dated with the interval.</summary>
public sealed record TreatyInForce : TreatyFact
{
    public override Phase? BeginsPhase() => new(Phase.Status, "in-force");

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) =>
        Date is { IsInterval: true }
            ? $"{names[Convention]} was in force for {names.Polity}"
            : $"{names[Convention]} entered into force for {names.Polity}";
}
