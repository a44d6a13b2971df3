using System.Text.Json.Serialization;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.DetailedAnswers;

/// <summary>One period of something that holds for a time, in full.</summary>
public record PeriodAnswer
{
    public required string Episode { get; init; }

    /// <summary>What it is, from all its facts; a capacity that changed during it is left out.</summary>
    public required string Statement { get; init; }

    public required BoundAnswer Start { get; init; }

    public required BoundAnswer End { get; init; }

    /// <summary>The start and end that each source gives, together.</summary>
    public required IReadOnlyList<ClaimAnswer> Claims { get; init; }

    /// <summary>The facts that show that it held on a date.</summary>
    public required IReadOnlyList<AttestationAnswer> Attestations { get; init; }

    /// <summary>The facts that deny that it happened, or that it ended.</summary>
    public required IReadOnlyList<DenialAnswer> Denials { get; init; }

    /// <summary>The sets of claims that can all be true together.</summary>
    public required IReadOnlyList<ReadingAnswer> Readings { get; init; }

    /// <summary>The days on which it only possibly held, and why; absent if there are none.</summary>
    public IReadOnlyList<OnlyPossible>? OnlyPossible { get; init; }

    /// <summary>The last day on which a claim shows that it held.</summary>
    public string? LastAttested { get; init; }

    /// <summary>Whether a reading lies outside the polity's lives.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OutsidePolity { get; init; }

    /// <summary>A fact behind it is inferred from sources rather than stated by one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    /// <summary>What the facts say besides the dates.</summary>
    public IReadOnlyDictionary<string, object>? Details { get; init; }

    /// <summary>Every day on which its answer differs from that of the day before.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Links to the facts behind it.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}

/// <summary>An episode in full: what the stable link of an entry shows. Of something that held several times it is the first period, with all of them below.</summary>
public sealed record EpisodeAnswer : PeriodAnswer
{
    public required string Kind { get; init; }

    /// <summary>The polity that it belongs to.</summary>
    public required EntityReference Polity { get; init; }

    public required EntityReference Party { get; init; }

    /// <summary>The id under which all periods are shown, and to be cited; absent if it is the episode's own.</summary>
    public string? Thing { get; init; }

    /// <summary>All periods, in order; absent unless there are several, and of a period that was asked for by itself.</summary>
    public IReadOnlyList<PeriodAnswer>? Periods { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    /// <summary>The permanent address of this answer.</summary>
    public required string Self { get; init; }
}

/// <summary>A run of days on which an episode only possibly held.</summary>
/// <param name="From">The first day; null if there is none.</param>
/// <param name="Until">The day after the last; null if there is none.</param>
/// <param name="Basis">Why it is only possible.</param>
public sealed record OnlyPossible(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Until,
    Basis Basis
);

/// <summary>What one source says about an episode's start and end.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Source">The source.</param>
/// <param name="Start">The start that it gives, in EDTF; absent if it gives none.</param>
/// <param name="End">The end that it gives, in EDTF, or <c>..</c> if it says that there was none yet; absent if it gives no date.</param>
/// <param name="EndUndated">True if it says that the episode ended but not when.</param>
/// <param name="SetAside">The bounds on which an editor preferred another claim.</param>
/// <param name="Facts">Links to the facts that give the claim.</param>
public sealed record ClaimAnswer(
    string Claim,
    string Source,
    string? Start,
    string? End,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool EndUndated,
    IReadOnlyList<BoundName>? SetAside,
    IReadOnlyList<string> Facts
)
{
    /// <summary>True if the source knows of no end before the next period: its end is any day on which that may have begun.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LastsUntilNext { get; init; }
}

/// <summary>A fact that shows that an episode held.</summary>
public sealed record AttestationAnswer(
    string Fact,
    string? Date,
    IReadOnlyList<string> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SetAside
)
{
    /// <summary>True if its date may lie in several periods: it is shown with all of them, and narrows none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayBeOfAnotherPeriod { get; init; }
}

/// <summary>A fact that denies that an episode happened or, if <c>denies</c> is <c>end</c>, that it ended.</summary>
public sealed record DenialAnswer(
    string Fact,
    string Denies,
    IReadOnlyList<string> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SetAside
);
