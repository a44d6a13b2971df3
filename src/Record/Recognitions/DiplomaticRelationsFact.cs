using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>A fact about the diplomatic relations of the polity and another state, or of two others that a source mentions.</summary>
public abstract record DiplomaticRelationsFact : Fact
{
    /// <summary>The other state or, if <see cref="And"/> is given, the first of two.</summary>
    [OfKind(EntityKind.Polity)]
    public required Party With { get; init; }

    /// <summary>The second of two states neither of which is the polity; absent if the polity is one of the two.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? And { get; init; }

    /// <summary>Their level, in the source's words: "ambassadorial", "consular".</summary>
    public string? Level { get; init; }

    /// <summary>2, 3 … if a source says that the two established relations again; otherwise absent.</summary>
    public int? Term { get; init; }

    protected abstract EpisodeRole Role { get; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        var kind = EpisodeKind.DiplomaticRelations;
        var others = new[] { With, And }.OfType<Party>().Where(party => party.Id != Polity).ToList();
        return others switch
        {
            [{ Id: { } one }] => [new(kind.EpisodeOf(Polity!, one), kind, one, Role) { Term = Term }],
            [{ Id: { } one }, { Id: { } two }] =>
            [
                new(kind.EpisodeOf(Polity!, Pair.Unordered(one, two)), kind, two, Role) { Term = Term, Nature = kind.NatureBetweenOthers },
            ],
            _ => [],
        };
    }

    public override IEnumerable<(string Name, object? Value)> Details() => [("level", Level)];

    public override IEnumerable<(string Name, object? Value)> Identity() => [("between", And is null ? null : With)];

    public override IEnumerable<Party> Parties() => And is null ? [With] : [With, And];

    /// <summary>The two states in a sentence: "A and B".</summary>
    protected string BothInWords(PartyNames names) => $"{names.OrPolity(And is null ? null : With)} and {names[And ?? With]}";

    /// <summary>The level in a sentence: " at ambassadorial level".</summary>
    protected string LevelInWords => Level is null ? "" : $" at {Level} level";
}
