using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>Checks batches in files: each entry by the rules of every fact against those before it, and what only files have: the places of quotes
/// written out, passage indexes.</summary>
/// <param name="snapshots">The texts that quotes are checked against; sources without one are checked by length and position alone.</param>
public sealed class BatchCheck(IReadOnlyList<SnapshotText> snapshots)
{
    /// <summary>How many quotes were compared with a snapshot.</summary>
    public int QuotesChecked { get; private set; }

    /// <summary>How many could not be because none was given.</summary>
    public int QuotesNotChecked { get; private set; }

    /// <summary>How many quotes are of sources that are known by an excerpt only, so that no text can bear them out.</summary>
    public int QuotesOfExcerpts { get; private set; }

    /// <summary>Reads a folder of batches and checks them without snapshots, as a service does when it starts.</summary>
    public static (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems) Read(string folder)
    {
        var (batches, unreadable) = EventsFolder.Read(folder);
        return (batches, [.. unreadable, .. new BatchCheck([]).ProblemsOf(batches)]);
    }

    /// <summary>All problems of all batches, in the order of the files.</summary>
    public IReadOnlyList<EntryProblem> ProblemsOf(IReadOnlyCollection<Batch> batches)
    {
        var problems = new List<EntryProblem>();
        var turn = new EntrySequenceCheck(new());
        var ahead = batches
            .SelectMany(batch => batch.Entries)
            .DistinctBy(entry => entry.Fact.Id)
            .ToDictionary(entry => entry.Fact.Id, entry => PlaceOf(entry.Origin));
        foreach (var (fact, origin) in batches.SelectMany(batch => batch.Entries))
        {
            ahead.Remove(fact.Id);
            var found = turn.ProblemsOf(fact, PlaceOf(origin), snapshots, CheckPlace);
            problems.AddRange(
                (
                    fact is AboutFact { Target: var target } && ahead.TryGetValue(target, out var place)
                        ? found.Where(problem => problem.Pointer != "/fact").Append(ReadTooEarly(target, place))
                        : found
                ).Select(origin.Problem)
            );
        }

        problems.AddRange(PassageCheck.ProblemsOf(batches, snapshots));
        return problems;
    }

    private static string PlaceOf(YamlEntry entry) => $"{entry.File}:{entry.LineOf("/id")}";

    private static FactProblem ReadTooEarly(string target, string place) =>
        new(
            "/fact",
            $"'{target}' stands after this one, at {place}; files of a batch are read in the order of their names, so move this one behind it"
        );

    /// <summary>A file is read without the text too, so it says where its quotes stand.</summary>
    private IEnumerable<FactProblem> CheckPlace(QuoteFinding finding, Citation citation, SourceArchived? source)
    {
        switch (finding.Standing)
        {
            case QuoteStanding.Exact when citation.Start is null:
                return
                [
                    new("/quote", $"the quote's place is missing: write start: {finding.Citation.Start} and end: {finding.Citation.End}"),
                ];
            case QuoteStanding.Exact when finding.Citation.Snapshot != citation.Snapshot:
                return [new("/quote", $"the quote is not from the source's first snapshot: write snapshot: {finding.Citation.Snapshot}")];
            case QuoteStanding.Exact:
                QuotesChecked++;
                return CheckUnique(finding.Citation, source!);
            case QuoteStanding.ExcerptOnly:
                QuotesOfExcerpts++;
                return [];
            case QuoteStanding.NotChecked:
                QuotesNotChecked++;
                return [];
            default:
                return [];
        }
    }

    /// <summary>A place tells which of two quotes is meant in this text; only the words around it tell so in the next.</summary>
    private IEnumerable<FactProblem> CheckUnique(Citation citation, SourceArchived source)
    {
        var text = snapshots.First(text => text.Sha256 == source.SnapshotOf(citation)!.Sha256);
        var places = text.PlacesOf(citation.Quote, citation.Prefix, citation.Suffix).ToList();
        return places.Count > 1
            ?
            [
                new(
                    "/quote",
                    $"the quote stands at {string.Join(", ", places)}; add the words right before or after it as prefix or suffix"
                ),
            ]
            : [];
    }
}
