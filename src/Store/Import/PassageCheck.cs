using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>Checks passage indexes: each belongs to a snapshot, lies within it and, where its text is available, matches it; and no passage is both
/// cited and marked as not recorded.</summary>
internal static class PassageCheck
{
    public static IEnumerable<EntryProblem> ProblemsOf(IReadOnlyCollection<Batch> batches, IReadOnlyList<SnapshotText> texts)
    {
        var facts = batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact).ToList();
        return from entry in batches.SelectMany(batch => batch.Indexes)
            let source = facts.OfType<SourceArchived>().FirstOrDefault(source => source.Source == entry.Content.Id)
            from problem in ProblemsWith(entry.Content, facts, source, texts)
            select entry.Origin.Problem(problem);
    }

    private static IEnumerable<FactProblem> ProblemsWith(
        PassageIndex index,
        IReadOnlyList<Fact> facts,
        SourceArchived? source,
        IReadOnlyList<SnapshotText> texts
    )
    {
        if (source?.Snapshots.FirstOrDefault(snapshot => snapshot.Sha256 == index.Sha256) is not { } snapshot)
        {
            yield return new("/sha256", $"'{index.Id}' has no snapshot with this digest; write the one of sources.yaml");
            yield break;
        }

        for (var (i, end) = (0, 0); i < index.Index.Count; end = index.Index[i].End(), i++)
        {
            if (index.Index[i].Start < end || index.Index[i].Length < 1 || index.Index[i].End() > snapshot.Length)
            {
                yield return new(
                    $"/index/{i}",
                    $"the passage overlaps the one before it, or lies outside of the text of {snapshot.Length} code points"
                );
            }
        }

        var cut = texts.FirstOrDefault(text => text.Sha256 == index.Sha256)?.Passages();
        for (var i = 0; cut is not null && i < Math.Max(cut.Count, index.Index.Count); i++)
        {
            if (i >= cut.Count || i >= index.Index.Count || cut[i] != index.Index[i] with { NotRecorded = null })
            {
                yield return new($"/index/{i}", "from here on the index does not match the text; recreate it with: passages FILE");
                break;
            }
        }

        var coverage = snapshot == source.Snapshots[^1] ? Coverage.Of(source, facts) : [];
        for (var i = 0; i < coverage.Count; i++)
        {
            if (coverage[i] is { Facts: [var fact, ..], Passage.NotRecorded: not null })
            {
                yield return new($"/index/{i}/notRecorded", $"'{fact}' cites this passage; take the reason out, or the citation");
            }
        }
    }
}
