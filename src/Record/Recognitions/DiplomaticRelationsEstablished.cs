using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Recognitions;

/// <summary>Two states established diplomatic relations: the polity and another, or two others that a source mentions.</summary>
public sealed record DiplomaticRelationsEstablished : Fact
{
    /// <summary>The other state or, if <see cref="And"/> is given, the first of two.</summary>
    [OfKind(EntityKind.Polity)]
    public required Party With { get; init; }

    /// <summary>The second of two states neither of which is the polity; absent if the polity is one of the two.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? And { get; init; }

    public override IEnumerable<EpisodeLink> EpisodeLinks()
    {
        var others = new[] { With, And }.OfType<Party>().Where(party => party.Id != Polity).ToList();
        return others switch
        {
            [{ Id: { } one }] => [new(Kind.EpisodeOf(Polity!, one), Kind, one, EpisodeRole.Opens)],
            [{ Id: { } one }, { Id: { } two }] =>
            [
                new(Kind.EpisodeOf(Polity!, Pair.Unordered(one, two)), Kind, two, EpisodeRole.Opens) { Nature = Nature.Free },
            ],
            _ => [],
        };
    }

    public override IEnumerable<(string Name, object? Value)> Identity() => [("between", And is null ? null : With)];

    public override IEnumerable<Party> Parties() => And is null ? [With] : [With, And];

    private static EpisodeKind Kind => EpisodeKind.DiplomaticRelations;

    public override string InWords(PartyNames names) =>
        $"{names.OrPolity(And is null ? null : With)} and {names[And ?? With]} established diplomatic relations";
}
