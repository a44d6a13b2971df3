using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership began.</summary>
public sealed record MembershipBegan : MembershipFact
{
    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{names.OrPolity(Member)} became a member of {names[Organisation]}";
}
