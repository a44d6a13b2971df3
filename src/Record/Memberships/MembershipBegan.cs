using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A membership began.</summary>
public sealed record MembershipBegan : MembershipFact
{
    /// <summary>What sort of membership it was, if a source says so.</summary>
    public MembershipStatus? Status { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [(Phase.Status, Status)];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"{names.OrPolity(Member)} became {Status.InWords()} {names[Organisation]}";
}
