using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Disagreements;

/// <summary>Checks a noted disagreement: it says what it is about, and names facts of the record.</summary>
internal static class DisagreementCheck
{
    /// <param name="disagreement">The disagreement.</param>
    /// <param name="isKnown">Whether the record has an entry with this id.</param>
    public static IEnumerable<FactProblem> ProblemsOf(DisagreementNoted disagreement, Func<string, bool> isKnown)
    {
        if (string.IsNullOrWhiteSpace(disagreement.About))
        {
            yield return new("/about", "it is empty; say in a sentence what the facts disagree about");
        }

        if (disagreement.Facts.Distinct().Count() < 2)
        {
            yield return new("/facts", "name at least two facts that disagree");
        }

        for (var i = 0; i < disagreement.Facts.Count; i++)
        {
            if (!isKnown(disagreement.Facts[i]))
            {
                yield return new($"/facts/{i}", $"there is no earlier entry '{disagreement.Facts[i]}'; give the id of a fact");
            }
        }
    }
}
