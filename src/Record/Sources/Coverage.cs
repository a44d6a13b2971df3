using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>A passage with the facts whose citations overlap it.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Facts">The ids of the facts in the order given.</param>
public sealed record CoveredPassage(Passage Passage, IReadOnlyList<string> Facts)
{
    /// <summary>True if no fact cites it and no reason is given for that.</summary>
    public bool IsUncovered => Facts.Count == 0 && Passage.NotRecorded is null;
}

/// <summary>Finds the passages of a source that the record cites.</summary>
public static class Coverage
{
    /// <summary>The passages of the source's latest snapshot in order.</summary>
    public static IReadOnlyList<CoveredPassage> Of(SourceArchived source, IEnumerable<Fact> facts) =>
        source.Snapshots.Count == 0
            ? []
            : Of(
                source,
                source.Snapshots[^1],
                facts.SelectMany(fact =>
                    fact.Citations.Where(citation => citation.Source == source.Source).Select(citation => new FactCitation(fact, citation))
                )
            );

    /// <summary>The passages of one of the source's snapshots in order.</summary>
    public static IReadOnlyList<CoveredPassage> Of(SourceArchived source, Snapshot snapshot, IEnumerable<FactCitation> citations) =>
        [
            .. ByPassage(source, snapshot, citations)
                .Select(covered => new CoveredPassage(covered.Passage, [.. covered.Citing.Select(cited => cited.Fact.Id).Distinct()])),
        ];

    /// <summary>The passages of one of the source's snapshots in order, each with the citations that overlap it.</summary>
    public static IReadOnlyList<(Passage Passage, IReadOnlyList<FactCitation> Citing)> ByPassage(
        SourceArchived source,
        Snapshot snapshot,
        IEnumerable<FactCitation> citations
    )
    {
        var passages = snapshot.Passages;
        var citing = passages.Select(_ => new List<FactCitation>()).ToList();
        foreach (var cited in citations)
        {
            if (cited.Citation is { Start: { } start, End: { } end } && source.SnapshotOf(cited.Citation)?.Sha256 == snapshot.Sha256)
            {
                for (var i = FirstEndingAfter(start, passages); i < passages.Count && passages[i].Start < end; i++)
                {
                    citing[i].Add(cited);
                }
            }
        }

        return [.. passages.Zip(citing, (passage, found) => (passage, (IReadOnlyList<FactCitation>)found))];
    }

    /// <summary>The index of the first passage that ends after a position.</summary>
    internal static int FirstEndingAfter(int position, IReadOnlyList<Passage> passages)
    {
        var (low, high) = (0, passages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passages[middle].End() > position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
