using ArtsakhLedger.Checks;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>Checks the entries of batches one after the other, each against what is recorded and the entries before it.</summary>
/// <param name="record">What is recorded already; the entries are added to it.</param>
public sealed class EntrySequenceCheck(RecordSoFar record)
{
    private readonly Dictionary<string, string> places = [];
    private readonly NearDuplicates alike = new();

    /// <summary>Finds what is wrong with the next entry, which those after it may then refer to.</summary>
    /// <param name="fact">The entry.</param>
    /// <param name="place">Where it stands, in words.</param>
    /// <param name="texts">The texts at hand of the sources that it cites.</param>
    /// <param name="checkFound">Finds what else is wrong with a citation, by what was found of it and its source; JSON pointers within the citation.</param>
    public IReadOnlyList<FactProblem> ProblemsOf(
        Fact fact,
        string place,
        IReadOnlyList<SnapshotText> texts,
        Func<QuoteFinding, Citation, SourceArchived?, IEnumerable<FactProblem>> checkFound
    )
    {
        var known = record.KnownTo(fact, texts);
        List<FactProblem> problems =
        [
            .. fact is SnapshotArchived archived ? ProblemsOf(archived, known) : FactCheck.ProblemsOf(fact, known, OfCitation),
        ];
        if (!places.TryAdd(fact.Id, place))
        {
            problems.Add(
                new("/id", $"'{fact.Id}' is already the id of the entry at {places[fact.Id]}; ids are unique over the whole ledger")
            );
        }
        else if (alike.TwinOf(fact) is { } twin)
        {
            problems.Add(
                new(
                    "/id",
                    $"'{fact.Id}' says the same as '{twin}' at {places[twin]}, out of the same source; make the passages citations of one fact"
                )
            );
        }

        record.Add(fact);
        return problems;

        IEnumerable<FactProblem> OfCitation(Citation citation)
        {
            var source = known.Source(citation.Source);
            var finding = QuoteCheck.Of(citation, source, texts);
            return [.. finding.Problems, .. checkFound(finding, citation, source)];
        }
    }

    /// <summary>A request archives a snapshot by its text alone; a batch says again what was archived elsewhere, without it.</summary>
    private static IEnumerable<FactProblem> ProblemsOf(SnapshotArchived archived, KnownRecord known) =>
        known.Source(archived.Source) is null
            ? [new("/source", $"there is no source '{archived.Source}' before this one; archive it first, or correct the id")]
            : [];
}
