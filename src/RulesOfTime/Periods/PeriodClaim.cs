namespace ArtsakhLedger.RulesOfTime.Periods;

/// <summary>What one source claims of one period: a start, an end, or both.</summary>
/// <param name="Source">The source.</param>
/// <param name="Period">The number of the period.</param>
/// <param name="Number">Which of its claims of that period it is, from 1 on.</param>
public sealed record PeriodClaim(string Source, int Period, int Number)
{
    /// <summary>The start; null where it is silent.</summary>
    public ClaimDate? Start { get; internal init; }

    /// <summary>The end; null where it is silent.</summary>
    public ClaimEnd? End { get; internal init; }

    /// <summary>Whether it claims that the period lasted until the next began.</summary>
    public bool LastsUntilNext { get; internal init; }

    /// <summary>Whether it ends because it began in another place.</summary>
    public bool EndsByMove { get; internal init; }

    /// <summary>The starts that are told of the next period, if the claim is that the period lasted until that began.</summary>
    public IReadOnlyList<ClaimDate> StartsOfNext { get; internal init; } = [];

    /// <summary>The fact that gives the start.</summary>
    public string? StartFact { get; internal init; }

    /// <summary>The fact that gives the end.</summary>
    public string? EndFact { get; internal init; }

    /// <summary>The facts in the order of the story; a term, or whatever else is a claim by itself, once.</summary>
    public IReadOnlyList<string> Facts { get; internal init; } = [];
}
