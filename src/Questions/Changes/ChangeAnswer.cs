using System.Text.Json.Serialization;
using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Changes;

/// <summary>A page of changes between two dates, or in a date's answer between two positions.</summary>
public sealed record ChangesAnswer
{
    public required EntityReference Polity { get; init; }

    /// <summary>The date after which changes are listed; absent if there is none.</summary>
    public string? From { get; init; }

    /// <summary>The date up to which changes are listed; absent if there is none.</summary>
    public string? To { get; init; }

    /// <summary>Whether days are listed on which sources cease to vouch for something, or vouch for it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Attestation { get; init; }

    /// <summary>The date whose answers are compared.</summary>
    public string? On { get; init; }

    /// <summary>The earlier state of knowledge.</summary>
    public KnownAtAnswer? KnownFrom { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    public required IReadOnlyList<Change> Items { get; init; }

    /// <summary>The address of the next page; absent on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The permanent address of this answer; absent on a page after the first, whose own address is permanent.</summary>
    public string? Self { get; init; }
}

/// <summary>A difference between two states.</summary>
public sealed record Change
{
    /// <summary>The first day with the new answer.</summary>
    public string? Day { get; init; }

    /// <summary>The position of the fact that changed the answer; the last one if there are several.</summary>
    public long? Position { get; init; }

    public required string Episode { get; init; }

    /// <summary>What the change is; absent between two states of knowledge.</summary>
    public ChangeType? Type { get; init; }

    /// <summary>Whether a phase is a suspension or its end; absent for other changes.</summary>
    public Suspension? Phase { get; init; }

    /// <summary>What an entry says.</summary>
    public required string Statement { get; init; }

    /// <summary>The certainty before; for a date longer than a day, <c>throughout</c> and <c>atSomeTime</c>.</summary>
    public required object Before { get; init; }

    /// <summary>The certainty after.</summary>
    public required object After { get; init; }

    /// <summary>What differs besides the certainty: start, end, because, readings, details …; absent if nothing does.</summary>
    public IReadOnlyList<string>? Differs { get; init; }

    /// <summary>Links to the facts behind it; empty only if the record date is: nothing is certain after that.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}

/// <summary>What a change between two days is.</summary>
public enum ChangeType
{
    /// <summary>It had certainly begun.</summary>
    Began,

    /// <summary>It had certainly ended.</summary>
    Ended,

    /// <summary>It may have begun.</summary>
    MayHaveBegun,

    /// <summary>It may have ended.</summary>
    MayHaveEnded,

    /// <summary>What is said of it is another thing: a minister acts, a membership is suspended, a legation is an embassy.</summary>
    Phase,

    /// <summary>Nothing vouches for it any more: no change in the world.</summary>
    NoLongerAttested,

    /// <summary>A source vouches for it again: no change in the world.</summary>
    AttestedAgain,
}

/// <summary>Two phases that have words of their own.</summary>
public enum Suspension
{
    Suspended,
    Resumed,
}

/// <summary>The two certainties of a date longer than a day.</summary>
public sealed record CoarseCertainty(Certainty Throughout, Certainty AtSomeTime);
