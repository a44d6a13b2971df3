using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A fact about a membership that was only asked for. It is a single event.</summary>
public abstract record MembershipProposal : Fact
{
    /// <summary>The organisation.</summary>
    [OfKind(EntityKind.Organisation)]
    public required Party Organisation { get; init; }

    /// <summary>The association, team or chamber that asked; absent if it was the polity itself.</summary>
    public Party? Member { get; init; }

    /// <summary>What sort of membership it was to be, if a source says so.</summary>
    public MembershipStatus? Status { get; init; }

    public override IEnumerable<Party> Parties() => Member is null ? [Organisation] : [Organisation, Member];

    /// <summary>What was asked for: "membership of X".</summary>
    protected string WordsOfMembership(PartyNames names) =>
        Status switch
        {
            MembershipStatus.Observer => $"observer status in {names[Organisation]}",
            MembershipStatus.Associate => $"associate membership of {names[Organisation]}",
            MembershipStatus.Full => $"full membership of {names[Organisation]}",
            _ => $"membership of {names[Organisation]}",
        };
}
