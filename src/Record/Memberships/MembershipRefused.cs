using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership was refused. It is a single event and says nothing about other times.</summary>
public sealed record MembershipRefused : MembershipProposal
{
    /// <summary>Who refused it, if a source names somebody other than the organisation.</summary>
    public Party? By { get; init; }

    public override IEnumerable<Party> Parties() => By is null ? base.Parties() : [.. base.Parties(), By];

    public override string InWords(PartyNames names) =>
        $"{names.OrPolity(Member)} was refused {WordsOfMembership(names)}{names.After("by", By)}";
}
