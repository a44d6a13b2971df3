using System.Text.Json.Serialization;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.InFull;

/// <summary>One episode whole: the stable link of an entry.</summary>
public sealed record EpisodeAnswer
{
    public required string Episode { get; init; }

    public required string Kind { get; init; }

    /// <summary>The polity that its life belongs to.</summary>
    public required EntityReference Polity { get; init; }

    public required EntityReference Party { get; init; }

    /// <summary>What it is as a whole, with all that its facts say; a capacity that changed within it is left out.</summary>
    public required string Statement { get; init; }

    public required BoundAnswer Start { get; init; }

    public required BoundAnswer End { get; init; }

    /// <summary>What each source says of its start and end together.</summary>
    public required IReadOnlyList<ClaimAnswer> Claims { get; init; }

    /// <summary>The facts that vouch for it on a date.</summary>
    public required IReadOnlyList<AttestationAnswer> Attestations { get; init; }

    /// <summary>The facts by which it did not happen, or did not end.</summary>
    public required IReadOnlyList<DenialAnswer> Denials { get; init; }

    /// <summary>The sets of claims that can all be true together.</summary>
    public required IReadOnlyList<ReadingAnswer> Readings { get; init; }

    /// <summary>The last day that a claim vouches for.</summary>
    public string? LastAttested { get; init; }

    /// <summary>A reading lies outside the polity's life.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OutsidePolity { get; init; }

    /// <summary>A fact behind it is drawn from sources rather than said by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>What the facts say beside the dates.</summary>
    public IReadOnlyDictionary<string, object>? Details { get; init; }

    /// <summary>Every day on which its answer differs from that of the day before.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Links to the facts behind it.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>What one source says of an episode's start and end.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Source">The source.</param>
/// <param name="Start">The start that it gives, in EDTF; absent where it is silent.</param>
/// <param name="End">The end that it gives, <c>..</c> where it says that there was none yet; absent where it is silent, or gives no date.</param>
/// <param name="EndUndated">It says that the episode ended, and not when.</param>
/// <param name="SetAside">The bounds on which an editor preferred another claim.</param>
/// <param name="Facts">Links to the facts that it is made of.</param>
public sealed record ClaimAnswer(
    string Claim,
    string Source,
    string? Start,
    string? End,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool EndUndated,
    IReadOnlyList<BoundName>? SetAside,
    IReadOnlyList<string> Facts
);

/// <summary>A fact that vouches for an episode.</summary>
public sealed record AttestationAnswer(
    string Fact,
    string? Date,
    IReadOnlyList<string> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SetAside
);

/// <summary>A fact by which an episode did not happen or, where <c>denies</c> is <c>end</c>, did not end.</summary>
public sealed record DenialAnswer(
    string Fact,
    string Denies,
    IReadOnlyList<string> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SetAside
);
