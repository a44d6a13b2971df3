using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>A passage with the facts whose citations overlap it.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Facts">The ids of the facts, in their order.</param>
public sealed record CoveredPassage(Passage Passage, IReadOnlyList<string> Facts)
{
    /// <summary>True where no fact cites it and no reason is given why nothing of it is recorded.</summary>
    public bool IsUncovered => Facts.Count == 0 && Passage.NotRecorded is null;
}

/// <summary>Which passages of a source the record cites.</summary>
public static class Coverage
{
    /// <summary>The passages of the source's latest snapshot in their order.</summary>
    public static IReadOnlyList<CoveredPassage> Of(SourceArchived source, IEnumerable<Fact> facts)
    {
        var cited = facts
            .SelectMany(fact => fact.Citations.Select(citation => (fact.Id, Citation: citation)))
            .Where(cited => cited.Citation.Source == source.Source && cited.Citation is { Start: not null, End: not null })
            .ToList();
        return
        [
            .. from passage in source.Snapshots.Count == 0 ? [] : source.Snapshots[^1].Passages
               let citing = cited.Where(cited => cited.Citation.Start < passage.End() && cited.Citation.End > passage.Start).Select(cited => cited.Id)
               select new CoveredPassage(passage, [.. citing.Distinct()]),
        ];
    }
}
