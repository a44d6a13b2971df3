using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Parliaments;

/// <summary>A friendship group was established.</summary>
public sealed record FriendshipGroupEstablished : FriendshipGroupFact
{
    /// <summary>The body of the polity that established it, if a source names one.</summary>
    public Party? Body { get; init; }

    /// <summary>The members, in the source's words, if it was not a group of the parliament as such.</summary>
    public string? Members { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() => [("body", Body), ("members", Members)];

    public override IEnumerable<Party> Parties() => Body is null ? [With] : [With, Body];

    protected override EpisodeRole Role => EpisodeRole.Opens;

    public override string InWords(PartyNames names) => $"A friendship group with {names[With]} was established{names.After("by", Body)}";
}
