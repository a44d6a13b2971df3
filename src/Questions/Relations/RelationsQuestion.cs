using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Relations;

/// <summary>A question about what held between a polity and an entity, the same over HTTP and on the command line.</summary>
/// <param name="Polity">The polity's id.</param>
/// <param name="Entity">The entity's id, or one that was merged into it.</param>
/// <param name="On">The date asked about.</param>
/// <param name="KnownAt">The state of knowledge; null for the head.</param>
public sealed record RelationsQuestion(string Polity, string Entity, QueryDate On, string? KnownAt)
{
    /// <exception cref="QuestionProblem">400 for a value that cannot be used, 410 for a version of the rules that this program no longer has.</exception>
    public static RelationsQuestion Parse(string polity, string entity, string? on, string? knownAt, string? rules)
    {
        var question = new RelationsQuestion(polity, entity, QueryDate.Parse(on), knownAt);
        RulesVersion.Require(rules, AddressOf(polity, entity, question.On.Text, knownAt));
        return question;
    }

    /// <summary>Answers it.</summary>
    /// <exception cref="QuestionProblem">404 for a polity or an entity that the ledger does not know, or a position beyond the head.</exception>
    public async Task<(RelationsAnswer Answer, KnownAt Known)> AnswerAsync(PolityReader polities, CancellationToken cancellation)
    {
        var (known, at) = await polities.AsKnownAsync(Polity, KnownAt, cancellation);
        return (Answer(known, cancellation), at);
    }

    /// <summary>Answers it from a polity as known.</summary>
    public RelationsAnswer Answer(PolityAsKnown known, CancellationToken cancellation = default)
    {
        var described =
            known.Entities.Find(Entity)
            ?? throw QuestionProblem.NotFound(
                "entity",
                $"The ledger has no entity '{Entity}'{(KnownAt is null ? "" : " at that position")}. GET /entities?q= finds one by its names."
            );
        if (described.Entity == known.Polity.Id)
        {
            throw QuestionProblem.BadParameter(
                "entity",
                $"That is the polity itself. Name another entity, or ask for its state: GET /polities/{Polity}/state."
            );
        }

        var touched = new[] { known.LastTouched, known.Entities.LastTouched(Entity) }
            .OfType<RecordedFact>()
            .MaxBy(entry => entry.Position)!;
        var relations = new RelationsOnDate(known, described.Entity, On, cancellation);
        var absences = relations.Absences();
        var mayBe = relations.MayBe();
        return new()
        {
            Polity = known.Polity,
            Entity = known.Entities.ReferenceTo(Entity),
            On = On.Text,
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Recognition = new(relations.Recognition(EpisodeKind.RecognitionBy), relations.Recognition(EpisodeKind.RecognitionOf)),
            AttestedNot = absences.Count == 0 ? null : absences,
            Entries = relations.Entries,
            MayBe = mayBe.Count == 0 ? null : [.. mayBe.Select(recorded => $"/facts/{recorded.Fact.Id}")],
            Self = AddressOf(Polity, Entity, On.Text, touched.Position.ToString(CultureInfo.InvariantCulture), RulesVersion.Current),
        };
    }

    /// <summary>The address of relations; parameters that are null are left out.</summary>
    public static string AddressOf(string polity, string entity, string on, string? knownAt, string? rules = null) =>
        Address.Of($"/polities/{polity}/relations/{entity}", ("on", on), ("known-at", knownAt), ("rules", rules));
}
