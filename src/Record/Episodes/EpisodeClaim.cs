using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>What one source says about when an episode held: its start and end together, as far as it gives them.</summary>
/// <param name="Id"><c>{episode}@{source}</c>, then <c>@{source}~2</c> … for each further start or end that the source gives.</param>
/// <param name="Source">The source.</param>
public sealed record EpisodeClaim(string Id, string Source)
{
    /// <summary>The start that it gives; null if it gives none.</summary>
    public EdtfDate? Start { get; init; }

    /// <summary>The end that it gives; null if it gives no date, or says that there was no end yet.</summary>
    public EdtfDate? End { get; init; }

    /// <summary>True if the source says that there was no end yet (<c>..</c>).</summary>
    public bool EndIsOpen { get; init; }

    /// <summary>True if the source says that it ended but not when, which is not the same as saying nothing.</summary>
    public bool EndIsUndated { get; init; }

    /// <summary>True if the source knows of no end before the next period: then it lasted until that began.</summary>
    public bool LastsUntilNext { get; init; }

    /// <summary>The ids of the facts that give the start.</summary>
    public IReadOnlyList<string> StartFacts { get; init; } = [];

    /// <summary>The ids of the facts that give the end.</summary>
    public IReadOnlyList<string> EndFacts { get; init; } = [];

    /// <summary>The start as the rules of time take it.</summary>
    public ClaimDate? StartDays { get; init; }

    /// <summary>The end as the rules of time take it.</summary>
    public ClaimEnd? EndDays { get; init; }

    /// <summary>Whether it says everything that another claim of the source says, who then says it twice.</summary>
    internal bool SaysAll(EpisodeClaim other) =>
        Source == other.Source
        && (other.StartDays is null || (StartDays is not null && Start == other.Start && StartDays == other.StartDays))
        && (
            other.EndDays is null
            || (EndDays is not null && End == other.End && EndDays == other.EndDays && LastsUntilNext == other.LastsUntilNext)
        );
}
