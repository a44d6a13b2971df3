using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>Checks the citations of a fact: there is at least one, and each is right.</summary>
public static class CitationCheck
{
    /// <summary>Checks the fact's own citations; those of a correction's content are checked with the content.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="check">Finds the problems of a citation, at JSON pointers within it.</param>
    public static IEnumerable<FactProblem> ProblemsOf(Fact fact, Func<Citation, IEnumerable<FactProblem>> check)
    {
        if (fact.Citations.Count == 0 && !NeedsNoCitation(fact))
        {
            yield return new("", "the fact has no citation; name a source that says so: citations: [{ source: …, quote: … }]");
        }

        for (var i = 0; i < fact.Citations.Count; i++)
        {
            foreach (var problem in check(fact.Citations[i]))
            {
                yield return problem with
                {
                    Pointer = $"/citations/{i}{problem.Pointer}",
                };
            }
        }
    }

    /// <summary>Replaces every citation of a fact and of the content of a correction.</summary>
    public static Fact Placed(Fact fact, Func<Citation, Citation> place)
    {
        fact = fact with { Citations = [.. fact.Citations.Select(place)] };
        return fact is FactCorrected correction ? correction with { Content = Placed(correction.Content, place) } : fact;
    }

    /// <summary>The citations of a fact and of the content of a correction.</summary>
    public static IEnumerable<Citation> CitationsIn(Fact fact) =>
        fact is FactCorrected correction ? fact.Citations.Concat(CitationsIn(correction.Content)) : fact.Citations;

    /// <summary>Descriptions, assessments and changes give a reason instead; a correction's citations are in its content.</summary>
    private static bool NeedsNoCitation(Fact fact) =>
        fact is EntityDescribed or SourceArchived or SnapshotArchived or SourceAssessed or FactsIdentified or ChangeOfFact;
}
