using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Checks;

/// <summary>Checks a fact before it is recorded, whether it comes from a request or a file. Finds every problem, not only the first. A pure
/// function of the fact and of what the record already has.</summary>
public static class FactCheck
{
    /// <param name="fact">The fact.</param>
    /// <param name="known">What the record already has.</param>
    /// <param name="checkCitation">Finds the problems of a citation, at JSON pointers within it.</param>
    public static IEnumerable<FactProblem> ProblemsOf(Fact fact, KnownRecord known, Func<Citation, IEnumerable<FactProblem>> checkCitation)
    {
        List<FactProblem> problems =
        [
            .. PartyCheck.ProblemsOf(fact, known),
            .. CitationCheck.ProblemsOf(fact, checkCitation),
            .. ProblemsOfReason(fact),
            .. ProblemsOfDescription(fact),
            .. ProblemsOfContent(fact, known, checkCitation),
            .. TermCheck.ProblemsOf(fact, known.Things),
        ];

        // Where another check has found a problem, it says more about it than the schema does.
        var told = problems.Select(problem => problem.Pointer).ToHashSet();
        return [.. SchemaCheck.ProblemsOf(fact).Where(problem => !told.Contains(problem.Pointer)), .. problems];
    }

    /// <summary>Checks a snapshot that a file says was archived elsewhere, without its text.</summary>
    public static IEnumerable<FactProblem> ProblemsOf(SnapshotArchived archived, KnownRecord known) =>
        [
            .. SchemaCheck.ProblemsOf(archived),
            .. known.Source(archived.Source) is null
                ?
                [
                    new FactProblem(
                        "/source",
                        $"there is no source '{archived.Source}' before this one; archive it first, or correct the id"
                    ),
                ]
                : Array.Empty<FactProblem>(),
            .. SourceCheck.ProblemsOf(archived.Snapshot, "/snapshot"),
        ];

    /// <summary>Whether a fact is about the record itself rather than about something that happened or held.</summary>
    public static bool IsAboutTheRecord(Fact fact) => FactType.Of(fact).IsAboutTheRecord;

    private static IEnumerable<FactProblem> ProblemsOfReason(Fact fact)
    {
        if (fact is IReasoned { Reason: { } reason } && string.IsNullOrWhiteSpace(reason))
        {
            yield return new("/reason", "the reason is empty; say briefly why, in your own words");
        }

        if (fact.Checked is { } why && string.IsNullOrWhiteSpace(why))
        {
            yield return new("/checked", "it is empty; say why the fact is right, or leave it out");
        }
    }

    /// <summary>What describes an entity or a source has a reason, and none of the fields of what happened.</summary>
    private static IEnumerable<FactProblem> ProblemsOfDescription(Fact fact)
    {
        if (fact is not (EntityDescribed or SourceArchived or SnapshotArchived))
        {
            return [];
        }

        var given = new[]
        {
            fact.Date is null ? null : "date",
            fact.Note is null ? null : "note",
            fact.Inferred ? "inferred" : null,
            fact.Citations.Count == 0 ? null : "citations",
        };
        return given
            .OfType<string>()
            .Select(name => new FactProblem($"/{name}", $"a description has no '{name}'; leave it out, or say it in the reason"));
    }

    private static IEnumerable<FactProblem> ProblemsOfContent(
        Fact fact,
        KnownRecord known,
        Func<Citation, IEnumerable<FactProblem>> checkCitation
    ) =>
        fact switch
        {
            EntityDescribed entity => EntityCheck.ProblemsOf(entity, known.Entities),
            EntitiesIdentified identity => IdentityCheck.ProblemsOf(identity, known),
            SourceArchived source => SourceCheck.ProblemsOf(source),
            SnapshotArchived =>
            [
                new(
                    "/type",
                    "a snapshot can only be archived with its text: POST /sources/{id}/snapshots, or import --snapshot FILE; retract a wrong one"
                ),
            ],
            SourceAssessed assessment => SourceCheck.ProblemsOf(assessment, known.Sources),
            AboutFact about => ChangeCheck.ProblemsOf(about, known, content => ProblemsOf(content, known, checkCitation)),
            ClaimPreferred preference => PreferenceCheck.ProblemsOf(preference, known.Things.Told),
            CompletenessStated statement => CompletenessCheck.ProblemsOf(statement),
            DisagreementNoted disagreement => DisagreementCheck.ProblemsOf(disagreement, id => known.Fact(id) is not null),
            _ => [],
        };
}
