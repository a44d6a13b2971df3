using ArtsakhLedger.Checks;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Import;

/// <summary>Checks entries in sequence, each against the record and the entries before it.</summary>
/// <param name="record">The record, to which the entries are added.</param>
public sealed class EntrySequenceCheck(RecordSoFar record)
{
    private readonly Dictionary<string, string> places = [];

    /// <summary>The problems of the next entry, which later ones can then refer to.</summary>
    /// <param name="fact">The entry.</param>
    /// <param name="place">Where the entry is, for messages.</param>
    /// <param name="texts">The available texts of the sources that it cites.</param>
    /// <param name="checkFound">Finds further problems of a citation, by the finding on its quote and its source; pointers are relative to the citation.</param>
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
            .. fact is SnapshotArchived archived ? FactCheck.ProblemsOf(archived, known) : FactCheck.ProblemsOf(fact, known, OfCitation),
        ];
        if (!places.TryAdd(fact.Id, place))
        {
            problems.Add(
                new("/id", $"'{fact.Id}' is already the id of the entry at {places[fact.Id]}; ids are unique over the whole ledger")
            );
        }
        else if (record.TwinOf(fact) is { } twin)
        {
            problems.Add(Likeness.Problem(fact.Id, twin, places.GetValueOrDefault(twin)));
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
}
