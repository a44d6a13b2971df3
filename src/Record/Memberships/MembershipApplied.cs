using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership was applied for. It is a single event and opens no membership.</summary>
public sealed record MembershipApplied : MembershipProposal
{
    public override string InWords(PartyNames names) => $"{names.OrPolity(Member)} applied for {WordsOfMembership(names)}";
}
