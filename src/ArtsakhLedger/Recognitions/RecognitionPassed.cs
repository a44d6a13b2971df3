using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>At what level of government the actor stands.</summary>
public enum ActorLevel
{
    State,
    SubNational,
    Municipal,
    Parliament,
    Party,
}

/// <summary>The form of the act.</summary>
public enum ActForm
{
    Bill,
    Resolution,
    Motion,
    Statement,
}

/// <summary>How a vote went.</summary>
public sealed record Votes
{
    public required int For { get; init; }

    public required int Against { get; init; }

    public override string ToString() => $"{For}–{Against}";
}

/// <summary>A recognition was declared or passed.</summary>
public sealed record RecognitionPassed : RecognitionFact
{
    public required ActorLevel Level { get; init; }

    public ActForm? Act { get; init; }

    /// <summary>The chamber that acted, where a source names one.</summary>
    public Party? Chamber { get; init; }

    public Votes? Votes { get; init; }

    /// <summary>True where a source says that the vote was unanimous.</summary>
    public bool? Unanimous { get; init; }

    public override IEnumerable<(string Name, object? Value)> Details() =>
        [.. base.Details(), ("level", Level), ("act", Act), ("chamber", Chamber), ("votes", Votes), ("unanimous", Unanimous)];

    protected override BearingRole Role => BearingRole.Opens;

    public override IEnumerable<Party> Parties() => Chamber is null ? base.Parties() : [.. base.Parties(), Chamber];
}
