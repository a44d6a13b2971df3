using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>The polity ratified, or acceded to, a convention or another treaty. It attests that it was a party and dates neither start nor end.</summary>
public sealed record TreatyRatified : TreatyFact
{
    public override Phase? BeginsPhase() => new(Phase.Status, "ratified");

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names.Polity} ratified {names[Convention]}";
}
