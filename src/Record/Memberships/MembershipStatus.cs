namespace ArtsakhLedger.Memberships;

/// <summary>What sort of membership it is.</summary>
public enum MembershipStatus
{
    Full,
    Observer,
    Associate,
}

/// <summary>The words for a membership.</summary>
internal static class MembershipWords
{
    /// <summary>"a member of", "an observer in".</summary>
    public static string InWords(this MembershipStatus? status) =>
        status switch
        {
            MembershipStatus.Observer => "an observer in",
            MembershipStatus.Associate => "an associate member of",
            MembershipStatus.Full => "a full member of",
            _ => "a member of",
        };
}
