using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership ended.</summary>
public sealed record MembershipEnded : MembershipFact
{
    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) => $"{names.OrPolity(Member)} ceased to be a member of {names[Organisation]}";
}
