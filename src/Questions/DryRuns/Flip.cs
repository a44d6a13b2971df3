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

    /// <summary>The first of the days; null from the beginning.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? From { get; init; }

    /// <summary>The day after the last of them; null without end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Until { get; init; }

    /// <summary>How surely it holds on these days as known now; <c>not</c> where there is no entry.</summary>
    public required Certainty Before { get; init; }

    /// <summary>How surely it would hold.</summary>
    public required Certainty After { get; init; }

    /// <summary>The ids of the facts through which; empty only where the record's own date is behind it: nothing is certain after the date on which
    /// the polity was last touched, and that would be today.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}
