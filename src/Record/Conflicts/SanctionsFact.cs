using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>A fact about sanctions against the polity or, if it imposes them itself, against others.</summary>
public abstract record SanctionsFact : Fact
{
    /// <summary>The party that imposes them.</summary>
    public required Party By { get; init; }

    /// <summary>The party against which they are; absent if it is the polity.</summary>
    public Party? Upon { get; init; }

    /// <summary>2, 3 … if a source says that they are further sanctions by the same party; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        if (By.Id is not { } by || OtherTarget is { Id: null })
        {
            return [];
        }

        var kind = EpisodeKind.Sanctions;
        var party = OtherTarget?.Id is { } upon ? Pair.Of(by, upon) : by;
        return [new(kind.EpisodeOf(Polity!, party), kind, by, Role) { Term = Term }];
    }

    public override IEnumerable<(string Name, object? Value)> Identity() => [("upon", OtherTarget)];

    public override IEnumerable<Party> Parties() => Upon is null ? [By] : [By, Upon];

    private Party? OtherTarget => Upon?.Id == Polity ? null : Upon;
}
