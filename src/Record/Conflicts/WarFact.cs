using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>A fact about hostilities between the polity and an opponent, or between two others that a source mentions.</summary>
public abstract record WarFact : Fact
{
    /// <summary>2, 3 … if a source says that it is a further war of the two; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    /// <summary>The two opponents; the second is null if it is the polity.</summary>
    protected abstract (Party One, Party? Other) Opponents { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        var kind = EpisodeKind.War;
        return Others switch
        {
            [{ Id: { } one }] => [new(kind.EpisodeOf(Polity!, one), kind, one, Role) { Term = Term }],
            [{ Id: { } one }, { Id: { } two }] =>
            [
                new(kind.EpisodeOf(Polity!, Pair.Unordered(one, two)), kind, two, Role) { Term = Term, Nature = kind.NatureBetweenOthers },
            ],
            _ => [],
        };
    }

    public override IEnumerable<(string Name, object? Value)> Identity() => [("between", Others is [var one, _] ? one : null)];

    public override IEnumerable<Party> Parties() => [.. new[] { Opponents.One, Opponents.Other }.OfType<Party>()];

    /// <summary>The opponents other than the polity.</summary>
    private List<Party> Others => [.. new[] { Opponents.One, Opponents.Other }.OfType<Party>().Where(party => party.Id != Polity)];
}
