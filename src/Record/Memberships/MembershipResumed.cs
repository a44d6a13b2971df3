using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership that was suspended was resumed.</summary>
public sealed record MembershipResumed : MembershipFact
{
    public override Phase? BeginsPhase() => Phase.Resumption;

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"The membership of {names.OrPolity(Member)} in {names[Organisation]} was resumed";
}
