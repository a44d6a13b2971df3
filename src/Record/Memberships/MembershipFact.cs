using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Memberships;

/// <summary>A fact about a membership: the polity's own, which ends with the polity, or that of an association, team or chamber, which does not.</summary>
public abstract record MembershipFact : Fact
{
    /// <summary>The organisation of which it was a membership.</summary>
    [OfKind(EntityKind.Organisation)]
    public required Party Organisation { get; init; }

    /// <summary>The association, team or chamber that was the member; absent if it was the polity itself.</summary>
    public Party? Member { get; init; }

    /// <summary>2, 3 … if a source says that it is a further membership of the same member; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        if (Organisation.Id is not { } organisation)
        {
            return [];
        }

        var kind = EpisodeKind.Membership;
        return IsOfPolity ? [new(kind.EpisodeOf(Polity!, organisation), kind, organisation, Role) { Term = Term }]
            : Member?.Id is { } member
                ?
                [
                    new(kind.EpisodeOf(Polity!, Pair.Of(member, organisation)), kind, organisation, Role)
                    {
                        Term = Term,
                        Nature = kind.NatureBetweenOthers,
                    },
                ]
            : [];
    }

    public override IEnumerable<(string Name, object? Value)> Identity() => [("member", IsOfPolity ? null : Member)];

    public override IEnumerable<Party> Parties() => Member is null ? [Organisation] : [Organisation, Member];

    private bool IsOfPolity => Member is null || Member.Id == Polity;
}
