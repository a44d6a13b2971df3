using ArtsakhLedger.Entities;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Contradictions;

/// <summary>A page of contradictions, and of what rests on a single source.</summary>
public sealed record ContradictionsAnswer
{
    public required EntityReference Polity { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    public required IReadOnlyList<ContradictionAnswer> Items { get; init; }

    /// <summary>The address of the next page; absent on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The permanent address of this answer; absent on a page after the first, whose own address is permanent.</summary>
    public string? Self { get; init; }
}

/// <summary>Something that an editor may want to look into.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Episodes">The episodes involved; none for a fact that is a single event.</param>
/// <param name="Claims">The claims, attestations and denials involved.</param>
/// <param name="Facts">Links to the facts involved.</param>
public sealed record ContradictionAnswer(
    ContradictionType Type,
    IReadOnlyList<string> Episodes,
    IReadOnlyList<string> Claims,
    IReadOnlyList<string> Facts
)
{
    /// <summary>What sources disagree about, in an editor's words; absent where the rules found it.</summary>
    public string? About { get; init; }
}

/// <summary>What can be wrong with what sources say, in the order of answers.</summary>
public enum ContradictionType
{
    /// <summary>A claim that no interval satisfies by itself.</summary>
    Impossible,

    /// <summary>A reading that has no interval inside the polity's life (rule 6).</summary>
    OutsidePolity,

    /// <summary>Two holders of one seat whose terms cannot be disjoint (rule 6).</summary>
    Seat,

    /// <summary>Two periods of one thing, or two lives, that cannot come in order (rule 6).</summary>
    Order,

    /// <summary>A reading that the rules would leave with nothing (rule 6).</summary>
    NothingLeft,

    /// <summary>Sources that cannot all be right.</summary>
    RivalReadings,

    /// <summary>A dated fact whose party is unnamed, and that none of those it may be can have done any more.</summary>
    Unmatched,

    /// <summary>Facts of which an editor notes that they disagree, in what their dates do not show.</summary>
    Noted,

    /// <summary>What an editor set aside.</summary>
    SetAside,

    /// <summary>An episode, or a single event, that rests on one source.</summary>
    SingleSource,
}
