using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership began.</summary>
public sealed record MembershipBegan : MembershipFact
{
    protected override BearingRole Role => BearingRole.Opens;
}
