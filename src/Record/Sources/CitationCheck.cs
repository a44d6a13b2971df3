using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>What must hold of the citations of a fact: there is one, and each is right by itself.</summary>
public static class CitationCheck
{
    /// <summary>Checks the citations of a fact; those of a correction's content are the content's.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="check">Finds what is wrong with one citation, at JSON pointers within it.</param>
    public static IEnumerable<FactProblem> ProblemsOf(Fact fact, Func<Citation, IEnumerable<FactProblem>> check)
    {
        if (fact.Citations.Count == 0 && !NeedsNone(fact))
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

    /// <summary>A fact, and the content of a correction, with every citation as it is to be recorded.</summary>
    public static Fact Placed(Fact fact, Func<Citation, Citation> place)
    {
        fact = fact with { Citations = [.. fact.Citations.Select(place)] };
        return fact is FactCorrected correction ? correction with { Content = Placed(correction.Content, place) } : fact;
    }

    /// <summary>The citations of a fact and of the content of a correction.</summary>
    public static IEnumerable<Citation> CitationsIn(Fact fact) =>
        fact is FactCorrected correction ? fact.Citations.Concat(CitationsIn(correction.Content)) : fact.Citations;

    /// <summary>A slip of the record's own needs a reason alone; a correction's citations stand in its content.</summary>
    private static bool NeedsNone(Fact fact) => fact is EntityDescribed or SourceArchived or SnapshotArchived or ChangeOfFact;
}
