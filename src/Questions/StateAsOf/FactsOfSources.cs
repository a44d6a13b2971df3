using ArtsakhLedger.Corrections;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What some sources say of a polity by themselves, as if nobody else had said anything and no editor had preferred anything.</summary>
internal static class FactsOfSources
{
    /// <summary>The facts in force that cite one of the sources, with the citations of these sources alone, and what these sources corroborate or
    /// deny of them.</summary>
    /// <param name="known">The facts as known.</param>
    /// <param name="sources">The sources, which others may have been merged into.</param>
    /// <param name="register">Which sources were merged.</param>
    public static List<RecordedFact> Of(FactsAsKnown known, IReadOnlySet<string> sources, SourceRegister register) =>
        [
            .. known
                .InForce.Where(entry => entry.Fact is not (AboutFact or ChangeOfFact))
                .SelectMany(entry => SaidOf(entry, known, one => sources.Contains(register.Canonical(one))))
                .OrderBy(entry => entry.Position),
        ];

    private static IEnumerable<RecordedFact> SaidOf(RecordedFact entry, FactsAsKnown known, Predicate<string> isAsked)
    {
        var opinions = known.OpinionsOn(entry.Fact.Id).Select(opinion => CitingOnly(opinion, isAsked)).OfType<RecordedFact>().ToList();
        var corroborations = opinions.Where(opinion => opinion.Fact is FactCorroborated).ToList();
        var said = CitingOnly(entry, isAsked);
        if (said is null && corroborations is [var first, ..])
        {
            // Whoever corroborates a fact says it too, with a date of its own if it gives one.
            corroborations.Remove(first);
            said = entry with
            {
                Fact = entry.Fact with
                {
                    Date = first.Fact.Date ?? entry.Fact.Date,
                    Note = first.Fact.Note,
                    Inferred = first.Fact.Inferred,
                    Citations = first.Fact.Citations,
                },
            };
        }

        return said is null ? [] : [said, .. corroborations, .. opinions.Where(opinion => opinion.Fact is FactDenied)];
    }

    private static RecordedFact? CitingOnly(RecordedFact entry, Predicate<string> isAsked)
    {
        var cited = entry.Fact.Citations.Where(citation => isAsked(citation.Source)).ToList();
        return cited.Count == 0 ? null
            : cited.Count == entry.Fact.Citations.Count ? entry
            : entry with { Fact = entry.Fact with { Citations = cited } };
    }
}
