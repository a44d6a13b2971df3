using ArtsakhLedger.Entities;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Changes;

/// <summary>A page of what changed between two dates, or in a date's answer between two positions.</summary>
public sealed record ChangesAnswer
{
    public required EntityReference Polity { get; init; }

    /// <summary>The date after which changes count; absent where there is none.</summary>
    public string? From { get; init; }

    /// <summary>The last date of which changes count; absent where there is none.</summary>
    public string? To { get; init; }

    /// <summary>The date whose answers are compared.</summary>
    public string? On { get; init; }

    /// <summary>The state of knowledge after which changes count.</summary>
    public KnownAtAnswer? KnownFrom { get; init; }

    /// <summary>The last position that touched the polity or anything that the answer names.</summary>
    public required KnownAtAnswer KnownAt { get; init; }

    public required IReadOnlyList<Change> Items { get; init; }

    /// <summary>The address of the next page; absent on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The permanent address of this answer; absent on a page after the first, whose own address is permanent.</summary>
    public string? Self { get; init; }
}

/// <summary>A difference between the state on one side and on the other.</summary>
public sealed record Change
{
    /// <summary>The day at whose close the answer differs from that of the day before.</summary>
    public string? Day { get; init; }

    /// <summary>The position of the fact through which the answer became another; the last one, where it took several.</summary>
    public long? Position { get; init; }

    public required string Episode { get; init; }

    /// <summary>What an entry says.</summary>
    public required string Statement { get; init; }

    /// <summary>How surely it held before: a certainty, or <c>throughout</c> and <c>atSomeTime</c> for a date coarser than a day.</summary>
    public required object Before { get; init; }

    /// <summary>How surely it holds after.</summary>
    public required object After { get; init; }

    /// <summary>What differs beside the certainty: <c>start</c>, <c>end</c>, <c>because</c>, <c>readings</c>, <c>details</c> …; absent where nothing does.</summary>
    public IReadOnlyList<string>? Differs { get; init; }

    /// <summary>Links to the facts behind it; empty only where the record's own date is behind it: nothing is certain after that.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}

/// <summary>The two values of a date coarser than a day.</summary>
public sealed record CoarseCertainty(Certainty Throughout, Certainty AtSomeTime);
