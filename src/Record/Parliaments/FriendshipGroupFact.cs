using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Parliaments;

/// <summary>A fact about a friendship group of a foreign parliament or of foreign politicians. They carry it, not the polity.</summary>
public abstract record FriendshipGroupFact : Fact
{
    /// <summary>The parliament, or the politicians, that the group was established with or in.</summary>
    public required Party With { get; init; }

    /// <summary>2, 3 … if a source says that it is a further group of the same parliament; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks() =>
        With.Id is { } with
            ? [new(EpisodeKind.FriendshipGroup.EpisodeOf(Polity!, with), EpisodeKind.FriendshipGroup, with, Role) { Term = Term }]
            : [];

    public override IEnumerable<Party> Parties() => [With];
}
