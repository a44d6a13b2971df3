using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A source shows a membership, with or without a date.</summary>
public sealed record MembershipAttested : MembershipFact
{
    /// <summary>What sort of membership it then was, if the source says so.</summary>
    public MembershipStatus? Status { get; init; }

    /// <summary>Other members that the source names with this one.</summary>
    public IReadOnlyList<Party>? Beside { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [(Phase.Status, Status), ("beside", Beside)];

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. Beside ?? []];

    protected override EpisodeRole Role => EpisodeRole.Attests;

    public override string InWords(PartyNames names) => $"{names.OrPolity(Member)} was {Status.InWords()} {names[Organisation]}";
}
