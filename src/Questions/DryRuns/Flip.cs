using System.Text.Json.Serialization;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.DryRuns;

/// <summary>A run of days on which an answer would differ.</summary>
public sealed record Flip
{
    /// <summary>The polity's id.</summary>
    public required string Polity { get; init; }

    /// <summary>The episode: <c>{polity}/existence</c> for the polity's own.</summary>
    public required string Episode { get; init; }

    /// <summary>What the entry says.</summary>
    public required string Statement { get; init; }

    /// <summary>The first day; null if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? From { get; init; }

    /// <summary>The day after the last; null if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Until { get; init; }

    /// <summary>How certain it is on these days as known now; <c>not</c> if there is no entry.</summary>
    public required Certainty Before { get; init; }

    /// <summary>How certain it would be.</summary>
    public required Certainty After { get; init; }

    /// <summary>The ids of the facts that cause it; empty only if the record date does: nothing is certain after the date on which the
    /// polity was last touched, which would be today.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}
