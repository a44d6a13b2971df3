using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>How a membership ended.</summary>
public enum MembershipEnd
{
    /// <summary>The member left.</summary>
    Left,

    /// <summary>The member was expelled.</summary>
    Expelled,

    /// <summary>The organisation was dissolved.</summary>
    Dissolved,
}

/// <summary>A membership ended.</summary>
public sealed record MembershipEnded : MembershipFact
{
    /// <summary>How it ended, if a source says so.</summary>
    public MembershipEnd? How { get; init; }

    protected override EpisodeRole Role => EpisodeRole.Closes;

    public override string InWords(PartyNames names) =>
        How switch
        {
            MembershipEnd.Left => $"{names.OrPolity(Member)} left {names[Organisation]}",
            MembershipEnd.Expelled => $"{names.OrPolity(Member)} was expelled from {names[Organisation]}",
            MembershipEnd.Dissolved => $"{names[Organisation]} was dissolved, and with it the membership of {names.OrPolity(Member)} ended",
            _ => $"{names.OrPolity(Member)} ceased to be a member of {names[Organisation]}",
        };
}
