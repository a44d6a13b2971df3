using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership was suspended. It goes on, and is not in effect until it is resumed.</summary>
public sealed record MembershipSuspended : MembershipFact
{
    public override Phase? BeginsPhase() => Phase.Suspension;

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) =>
        $"The membership of {names.OrPolity(Member)} in {names[Organisation]} was suspended";
}
