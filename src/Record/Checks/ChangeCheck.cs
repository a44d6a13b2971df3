using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Checks;

/// <summary>Checks an entry about another entry: the other exists, its state allows the change, and a correction keeps its subject.</summary>
internal static class ChangeCheck
{
    /// <param name="fact">The entry.</param>
    /// <param name="known">What the record already has.</param>
    /// <param name="checkContent">Checks the content of a correction as a fact of its own.</param>
    public static IEnumerable<FactProblem> ProblemsOf(AboutFact fact, KnownRecord known, Func<Fact, IEnumerable<FactProblem>> checkContent)
    {
        if (known.Fact(fact.Target) is not { } target)
        {
            return
            [
                new(
                    "/fact",
                    $"there is no earlier entry '{fact.Target}'; give the id of a fact, or of a description (entity-… or source-…)"
                ),
            ];
        }

        var problems = ProblemsOf(fact, target, known, checkContent).ToList();
        return problems.Count > 0 ? problems
            : fact is FactsIdentified identity ? OneActCheck.ProblemsOf(identity, known.Identified)
            : fact is ChangeOfFact change
                ? [.. IdentityCheck.ProblemsOf(change, known), .. OneActCheck.ProblemsOf(change, known.Identified)]
            : [];
    }

    private static IEnumerable<FactProblem> ProblemsOf(
        AboutFact fact,
        KnownFact target,
        KnownRecord known,
        Func<Fact, IEnumerable<FactProblem>> checkContent
    ) =>
        fact switch
        {
            FactReinstated => target.InForce ? Refused($"'{fact.Target}' is in force; only what is retracted can be reinstated") : [],
            FactCorrected when !target.InForce => Refused($"'{fact.Target}' is retracted; reinstate it before you correct it"),
            FactCorrected correction => ProblemsOfCorrection(correction, target.Content, checkContent),
            FactsIdentified identity => ProblemsOfIdentity(identity, target, known.Fact(identity.Same)),
            FactRetracted => target.InForce ? [] : Refused($"'{fact.Target}' is already retracted"),
            _ when !target.InForce => Refused($"'{fact.Target}' is retracted"),
            _ when FactCheck.IsAboutTheRecord(target.Content) => Refused(
                $"'{fact.Target}' is about the record itself; only what happened or held can be {(fact is FactDenied ? "denied" : "corroborated")}"
            ),
            FactDenied { Denies: Denied.End } when !target.Content.EpisodeLinks().Any() =>
            [
                new("/denies", "the fact is an event, which has no end to deny; write denies: fact"),
            ],
            _ => [],
        };

    private static FactProblem[] ProblemsOfIdentity(FactsIdentified identity, KnownFact target, KnownFact? same) =>
        identity.Target == identity.Same ? [new("/same", "a fact is always the same as itself; name another one")]
        : same is null ? [new("/same", $"there is no earlier entry '{identity.Same}'; give the id of a fact")]
        : !target.InForce ? Refused($"'{identity.Target}' is retracted")
        : !same.InForce ? [new("/same", $"'{identity.Same}' is retracted")]
        : FactCheck.IsAboutTheRecord(target.Content)
            ? Refused($"'{identity.Target}' is about the record itself; only what happened or held can be one act")
        : target.Content.GetType() != same.Content.GetType()
            ?
            [
                new(
                    "/same",
                    $"'{identity.Same}' is a {FactType.Of(same.Content).Name} and '{identity.Target}' a {FactType.Of(target.Content).Name}; correct one of them first"
                ),
            ]
        : target.Content.Polity != same.Content.Polity
            ? [new("/same", $"'{identity.Same}' is about another polity than '{identity.Target}'")]
        : [];

    private static FactProblem[] Refused(string message) => [new("/fact", message)];

    private static IEnumerable<FactProblem> ProblemsOfCorrection(
        FactCorrected correction,
        Fact before,
        Func<Fact, IEnumerable<FactProblem>> checkContent
    )
    {
        var problems = checkContent(correction.Content).Select(problem => problem with { Pointer = $"/content{problem.Pointer}" });
        return ProblemOfChange(before, correction.Content) is { } problem ? problems.Prepend(problem) : problems;
    }

    private static FactProblem? ProblemOfChange(Fact before, Fact content) =>
        before is ChangeOfFact
            ? new("/fact", "a correction, retraction or reinstatement cannot be corrected; correct the fact again, or retract this one")
        : FactCheck.IsAboutTheRecord(before) && (before.GetType() != content.GetType() || !HaveSameSubject(before, content))
            ? new(
                "/content",
                $"the corrected content is about something else; it must be a {FactType.Of(before).Name} about the same thing"
            )
        : !FactCheck.IsAboutTheRecord(before) && FactCheck.IsAboutTheRecord(content)
            ? new("/content/type", $"a fact cannot become a {FactType.Of(content).Name}; retract it instead")
        : content.Polity != before.Polity
            ? new(
                "/content/polity",
                $"a fact cannot move from its polity, '{before.Polity}', to another; retract it and record it there instead"
            )
        : HaveSameContent(before, content) ? new("/content", "the fact already says this")
        : null;

    private static bool HaveSameSubject(Fact before, Fact after) =>
        (before, after) switch
        {
            (AboutFact one, AboutFact other) => one.Target == other.Target,
            (EntityDescribed one, EntityDescribed other) => one.Entity == other.Entity,
            (SourceArchived one, SourceArchived other) => one.Source == other.Source,
            (SnapshotArchived one, SnapshotArchived other) => one.Source == other.Source && one.Snapshot.Sha256 == other.Snapshot.Sha256,
            (EntitiesIdentified one, EntitiesIdentified other) => one.Entity == other.Entity,
            (ClaimPreferred one, ClaimPreferred other) => one.Episode == other.Episode,
            (SourceAssessed one, SourceAssessed other) => one.Source == other.Source,
            _ => false,
        };

    private static bool HaveSameContent(Fact one, Fact other) =>
        one.GetType() == other.GetType()
        && JsonSerializer.Serialize(one, one.GetType(), FactJson.Options)
            == JsonSerializer.Serialize(other, other.GetType(), FactJson.Options);
}
