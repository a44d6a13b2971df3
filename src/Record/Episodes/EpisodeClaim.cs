using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>What one source says about when an episode held: its start and end together, as far as it gives them.</summary>
/// <param name="Id"><c>{episode}@{source}</c>, then <c>@{source}~2</c> … where the source gives a second, different start or end.</param>
/// <param name="Source">The source.</param>
public sealed record EpisodeClaim(string Id, string Source)
{
    /// <summary>The start that it gives; null where it is silent.</summary>
    public EdtfDate? Start { get; init; }

    /// <summary>The end that it gives; null where it is silent or the episode is said to last.</summary>
    public EdtfDate? End { get; init; }

    /// <summary>True where the source says that there was no end yet (<c>..</c>).</summary>
    public bool EndIsOpen { get; init; }

    /// <summary>True where the source says that it ended and not when; that is not the same as saying nothing.</summary>
    public bool EndIsUndated { get; init; }

    /// <summary>The facts that it is made of.</summary>
    public IReadOnlyList<string> StartFacts { get; init; } = [];

    public IReadOnlyList<string> EndFacts { get; init; } = [];
}
