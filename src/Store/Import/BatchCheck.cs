using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Warnings;

namespace ArtsakhLedger.Import;

/// <summary>Checks batches in files: each entry against those before it, by the rules for all facts, and what only files have: explicit positions
/// of quotes, and passage indexes.</summary>
/// <param name="snapshots">The texts that quotes are compared with; quotes from other sources are only checked for length and position.</param>
/// <param name="recorded">What is recorded already and the batches may refer to, in the order of record; nothing by default.</param>
public sealed class BatchCheck(IReadOnlyList<SnapshotText> snapshots, IReadOnlyList<RecordedFact>? recorded = null)
{
    /// <summary>How many quotes were compared with a snapshot.</summary>
    public int QuotesChecked { get; private set; }

    /// <summary>How many quotes could not be compared because their snapshot was not given.</summary>
    public int QuotesNotChecked { get; private set; }

    /// <summary>How many quotes are from sources that are only known by an excerpt, so that there is no text to compare with.</summary>
    public int QuotesOfExcerpts { get; private set; }

    /// <summary>What is likely to be wrong though no rule forbids it, in the order of the files.</summary>
    public static IReadOnlyList<EntryProblem> WarningsOf(IReadOnlyCollection<Batch> batches)
    {
        var entries = batches.SelectMany(batch => batch.Entries).ToList();
        var byFact = new Dictionary<Fact, YamlEntry>(ReferenceEqualityComparer.Instance);
        foreach (var (fact, origin) in entries)
        {
            byFact.Add(fact, origin);
        }

        return [.. RecordWarnings.Of([.. entries.Select(entry => entry.Fact)]).Select(one => byFact[one.Fact].Problem(one.Warning))];
    }

    /// <summary>Reads a folder of batches and checks them without snapshots, as a service does when it starts.</summary>
    public static (IReadOnlyList<Batch> Batches, IReadOnlyList<EntryProblem> Problems) Read(string folder)
    {
        var (batches, unreadable) = EventsFolder.Read(folder);
        return (batches, [.. unreadable, .. new BatchCheck([]).ProblemsOf(batches)]);
    }

    /// <summary>All problems, in the order of the files.</summary>
    public IReadOnlyList<EntryProblem> ProblemsOf(IReadOnlyCollection<Batch> batches)
    {
        var problems = new List<EntryProblem>();
        var sequence = new EntrySequenceCheck(RecordBefore(batches));
        var ahead = batches
            .SelectMany(batch => batch.Entries)
            .DistinctBy(entry => entry.Fact.Id)
            .ToDictionary(entry => entry.Fact.Id, entry => PlaceOf(entry.Origin));
        foreach (var (fact, origin) in batches.SelectMany(batch => batch.Entries))
        {
            ahead.Remove(fact.Id);
            var found = sequence.ProblemsOf(fact, PlaceOf(origin), snapshots, CheckPlace);
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

    /// <summary>What is recorded and stands in none of the batches: an entry that does is checked in its place there.</summary>
    private RecordSoFar RecordBefore(IReadOnlyCollection<Batch> batches)
    {
        var record = new RecordSoFar();
        var ids = batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact.Id).ToHashSet();
        foreach (var entry in (recorded ?? []).Where(entry => !ids.Contains(entry.Fact.Id)))
        {
            record.Add(entry);
        }

        return record;
    }

    private static string PlaceOf(YamlEntry entry) => $"{entry.File}:{entry.LineOf("/id")}";

    private static FactProblem ReadTooEarly(string target, string place) =>
        new(
            "/fact",
            $"'{target}' comes after this one, at {place}; files of a batch are read in the order of their names, so move this one after it"
        );

    /// <summary>Files are also read without the texts, so they must give the positions of quotes.</summary>
    private IEnumerable<FactProblem> CheckPlace(QuoteFinding finding, Citation citation, SourceArchived? source)
    {
        switch (finding.Status)
        {
            case QuoteStatus.Exact when citation.Start is null:
                return
                [
                    new("/quote", $"the quote's place is missing: write start: {finding.Citation.Start} and end: {finding.Citation.End}"),
                ];
            case QuoteStatus.Exact when finding.Citation.Snapshot != citation.Snapshot:
                return [new("/quote", $"the quote is not from the source's first snapshot: write snapshot: {finding.Citation.Snapshot}")];
            case QuoteStatus.Exact:
                QuotesChecked++;
                return CheckUnique(finding.Citation, source!);
            case QuoteStatus.ExcerptOnly:
                QuotesOfExcerpts++;
                return [];
            case QuoteStatus.NotChecked:
                QuotesNotChecked++;
                return [];
            default:
                return [];
        }
    }

    /// <summary>A position identifies one of several occurrences in this snapshot; only the surrounding words identify it in the next.</summary>
    private IEnumerable<FactProblem> CheckUnique(Citation citation, SourceArchived source)
    {
        var text = snapshots.First(text => text.Sha256 == source.SnapshotOf(citation)!.Sha256);
        var places = text.PlacesOf(citation.Quote, citation.Prefix, citation.Suffix).ToList();
        return places.Count > 1
            ?
            [
                new(
                    "/quote",
                    $"the quote occurs at {string.Join(", ", places)}; add the words right before or after it as prefix or suffix"
                ),
            ]
            : [];
    }
}
