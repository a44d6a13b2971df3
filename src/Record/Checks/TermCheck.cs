using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Checks;

/// <summary>Checks which period a fact says that it tells of: a further one than are told needs those before it.</summary>
internal static class TermCheck
{
    /// <param name="fact">The fact.</param>
    /// <param name="things">The things that it names, as known just before it.</param>
    public static IEnumerable<FactProblem> ProblemsOf(Fact fact, ConcernedThings things)
    {
        if (fact.Polity is null || fact.EpisodeLinks().FirstOrDefault(link => link.Term > 1) is not { Term: { } term })
        {
            yield break;
        }

        // A source may speak of a second period where the record has none yet.
        var told = things.Periods().Select(period => period.Number).DefaultIfEmpty(0).Max();
        var most = Math.Max(2, told + 1);
        if (term > most)
        {
            yield return new(
                "/term",
                told == 0
                    ? $"nothing is told yet of the periods before it; the number can be at most {most}"
                    : $"{(told == 1 ? "one period is" : $"{told} periods are")} told so far, so the number can be at most {most}; leave it out where the dates tell the period"
            );
        }
    }
}
