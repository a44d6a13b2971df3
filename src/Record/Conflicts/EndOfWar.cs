using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Conflicts;

/// <summary>A fact that ends hostilities.</summary>
public abstract record EndOfWar : WarFact
{
    /// <summary>The opponent or, if <see cref="And"/> is given, the first of two.</summary>
    public required Party With { get; init; }

    /// <summary>The second of two opponents neither of which is the polity; absent if the polity is one of the two.</summary>
    public Party? And { get; init; }

    protected override EpisodeRole Role => EpisodeRole.Closes;

    protected override (Party One, Party? Other) Opponents => (With, And);

    /// <summary>The two opponents in a sentence: "A and B".</summary>
    protected string BothInWords(PartyNames names) => $"{names.OrPolity(And is null ? null : With)} and {names[And ?? With]}";
}
