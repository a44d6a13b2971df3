using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The part of a record that one source tells alone, or several do: facts as they are known now, without what editors made of disputes.</summary>
internal static class OneSided
{
    /// <summary>The entries that these sources tell: a corroboration of theirs stands for the fact.</summary>
    public static IReadOnlyList<RecordedFact> EntriesBy(IReadOnlySet<string> sources, FactsAsKnown known) =>
        [
            .. known
                .InForce.Where(recorded => recorded.Fact is not (AboutFact or ClaimPreferred))
                .SelectMany(fact => ToldBy(sources, fact, known))
                .OrderBy(entry => entry.Position),
        ];

    /// <summary>The descriptions, without how these sources are judged: what a noted one tells counts here, and what a copy tells is its own unless its
    /// original is asked too.</summary>
    public static IReadOnlyList<RecordedFact> DescriptionsFor(IReadOnlySet<string> sources, FactsAsKnown descriptions) =>
        [
            .. descriptions
                .All.Where(known =>
                    known.Content is not SourceAssessed assessed
                    || !sources.Contains(assessed.Source)
                    || (assessed.CopyOf is { } original && sources.Contains(original))
                )
                .Select(known => known.Recorded),
        ];

    /// <exception cref="QuestionProblem">400 for a source that the ledger does not know.</exception>
    public static void Require(IEnumerable<string> sources, FactsAsKnown descriptions)
    {
        foreach (var source in sources.Where(source => descriptions.Find(SourceArchived.FactIdOf(source)) is not { InForce: true }))
        {
            throw QuestionProblem.BadParameter(
                "source",
                $"The ledger has no source '{(source.Length > 100 ? source[..100] + "…" : source)}'. GET /sources lists those it has."
            );
        }
    }

    private static IEnumerable<RecordedFact> ToldBy(IReadOnlySet<string> sources, RecordedFact recorded, FactsAsKnown known)
    {
        var opinions = known.OpinionsOn(recorded.Fact.Id).ToList();
        var told = opinions
            .Where(opinion => opinion.Fact is FactCorroborated)
            .Select(opinion =>
                opinion with
                {
                    Fact = recorded.Fact with
                    {
                        Id = opinion.Fact.Id,
                        Date = opinion.Fact.Date ?? recorded.Fact.Date,
                        Citations = opinion.Fact.Citations,
                    },
                }
            )
            .Prepend(recorded)
            .Select(one => By(sources, one))
            .OfType<RecordedFact>()
            .ToList();
        // A source denies what others tell; by themselves its denials are of its own facts.
        var denials = told.Count == 0 ? [] : opinions.Where(opinion => opinion.Fact is FactDenied).Select(denial => By(sources, denial));
        return told.Concat(
            denials
                .OfType<RecordedFact>()
                .Select(denial => denial with { Fact = ((FactDenied)denial.Fact) with { Target = told[0].Fact.Id } })
        );
    }

    /// <summary>An entry with the passages of these sources; null if there are none.</summary>
    private static RecordedFact? By(IReadOnlySet<string> sources, RecordedFact entry) =>
        entry.Fact.Citations.Where(citation => sources.Contains(citation.Source)).ToList() is { Count: > 0 } cited
            ? cited.Count == entry.Fact.Citations.Count
                ? entry
                : entry with
                {
                    Fact = entry.Fact with { Citations = cited },
                }
            : null;
}
