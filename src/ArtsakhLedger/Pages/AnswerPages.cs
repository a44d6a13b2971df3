using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Answers;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Contradictions;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Http;
using ArtsakhLedger.InFull;
using ArtsakhLedger.Pages.AsOf;
using ArtsakhLedger.Pages.Between;
using ArtsakhLedger.Pages.Comparing;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Pages.Doubts;
using ArtsakhLedger.Pages.EpisodeInFull;
using ArtsakhLedger.Pages.FactInFull;
using ArtsakhLedger.Pages.Finding;
using ArtsakhLedger.Pages.LineOfTime;
using ArtsakhLedger.Pages.SourceInFull;
using ArtsakhLedger.Provenance;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Relations;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages;

/// <summary>Every answer that can be looked at, with its page.</summary>
public sealed class AnswerPages(
    EntityReader entities,
    SourceReader sources,
    SnapshotStore texts,
    PolityReader polities,
    NewestBatches batches,
    ProvenanceReader provenance
) : IPages
{
    public async Task ShowAsync(Answer answer, HttpContext context)
    {
        var (known, cancellation) = (answer.Known, context.RequestAborted);
        var knownAt = Typed("known-at");
        await (
            (answer.Given, answer.MadeOf) switch
            {
                (StateQuestion question, PolityAsKnown polity) => ShowAsync<StatePage, StateView>(
                    StateView.Of(
                        question,
                        Typed("on")!,
                        polity,
                        known,
                        await batches.OfAsync(question.Polity, known.Head, cancellation),
                        await SourcesAsync()
                    )
                ),
                (TimelineAnswer facts, (TimelineChartQuestion question, PolityAsKnown polity)) => ShowAsync<TimelinePage, TimelineView>(
                    TimelineView.Of(question, polity, known, facts)
                ),
                (TimelineChartAnswer line, _) => DrawAsync(line),
                (ChangesAnswer changes, _) => ShowAsync<ChangesPage, ChangesView>(
                    new(
                        changes,
                        Typed("from"),
                        Typed("to"),
                        Typed("on"),
                        Typed("known-from"),
                        Typed("known-to"),
                        knownAt,
                        await batches.OfAsync((string)context.GetRouteValue("polity")!, known.Head, cancellation),
                        Pinned.Of(Typed("known-to") ?? knownAt, known)
                    )
                ),
                (ContradictionsAnswer contradictions, PolityAsKnown polity) => ShowAsync<ContradictionsPage, ContradictionsView>(
                    ContradictionsView.Of(contradictions, polity, await WordsAsync([polity]), known, knownAt)
                ),
                (RelationsAnswer relations, PolityAsKnown polity) => ShowAsync<RelationsPage, RelationsView>(
                    RelationsView.Of(relations, Typed("on")!, polity, known, knownAt, await SourcesAsync())
                ),
                (EpisodeAnswer episode, (PolityAsKnown polity, Episode of)) => ShowAsync<EpisodePage, EpisodeView>(
                    EpisodeView.Of(episode, polity, of, await SourcesAsync(), await WordsAsync([polity]), known, knownAt)
                ),
                (JsonObject fact, FactsAsKnown facts) => ShowFactAsync(fact, facts),
                (Page<PolityAnswer> polities, _) => ShowAsync<PolitiesPage, Page<PolityAnswer>>(polities),
                (Page<EntityListed> found, _) => ShowAsync<EntitiesPage, EntitiesView>(new(found, Typed("q"), knownAt)),
                (EntityAnswer entity, IReadOnlyList<PolityAsKnown> around) => ShowAsync<EntityPage, EntityView>(
                    new(
                        entity,
                        around.ToDictionary(polity => polity.Polity.Id, StateView.FirstLookAt),
                        (await WordsAsync(around)).AtAddress,
                        knownAt
                    )
                ),
                (Page<SourceListed> listed, _) => ShowAsync<SourcesPage, SourcesView>(new(listed, knownAt)),
                (SourceAnswer source, _) => ShowAsync<SourcePage, SourceView>(new(source, knownAt)),
                (Page<PassageAnswer> passages, SourceArchived source) => ShowAsync<PassagesPage, PassagesView>(
                    new(source, passages, knownAt)
                ),
                var (given, _) => throw new InvalidOperationException($"There is no page for a {given.GetType()}."),
            }
        );

        string? Typed(string name) => context.Request.Query[name];

        async Task<SourceRegister> SourcesAsync() => (await sources.RegisterAsync(known.Position, cancellation)).Sources;

        async Task<FactInWords> WordsAsync(IReadOnlyList<PolityAsKnown> around) =>
            new((await entities.DirectoryAsync(known.Position, cancellation)).Register, around, await SourcesAsync());

        Task ShowAsync<TPage, TView>(TView view, string? version = null)
            where TPage : PageOf<TView>
            where TView : class => HtmlAnswer.AnswerAsync<TPage, TView>(context, view, answer, version);

        async Task ShowFactAsync(JsonObject fact, FactsAsKnown facts)
        {
            var id = fact["id"]!.ToString();
            var origin = await provenance.AnswerAsync(id, facts, known, cancellation);
            var polity = facts.Find(id)!.Content.Polity is { } about
                ? await polities.AsKnownAsync(about, known.Position, cancellation)
                : null;
            var textsHere = new HashSet<string>();
            foreach (var sha256 in origin.Citations.Select(citation => citation.Snapshot?.Sha256).OfType<string>().Distinct())
            {
                if (await texts.FindAsync(sha256, cancellation) is not null)
                {
                    textsHere.Add(sha256);
                }
            }

            await ShowAsync<FactPage, FactView>(
                FactView.Of(
                    id,
                    fact,
                    facts,
                    origin,
                    (await entities.DirectoryAsync(known.Position, cancellation)).Register,
                    await WordsAsync(polity is null ? [] : [polity]),
                    textsHere,
                    knownAt
                ),
                EntityTags.VersionOf(JsonSerializer.SerializeToUtf8Bytes(fact, FactJson.Options))
            );
        }

        Task DrawAsync(TimelineChartAnswer line)
        {
            // Opened by itself it is a document of this origin: it may do nothing.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TaggedBody.Of(LineOfTimePicture.Alone(line), Representation.Svg, known, answer.ContentLocation).ExecuteAsync(context);
        }
    }

    public async Task<bool> TryShowAsync(object outcome, HttpContext context)
    {
        if (!Representation.PrefersPage(context.Request))
        {
            return false;
        }

        var shown = (outcome, ContributedForm.Of(context)) switch
        {
            (RequestProblem problem, null) => ProblemPages.WriteAsync(context, problem),
            (RequestProblem problem, { } form) => ContributedAnswers.ShowAsync(context, form, problem),
            (DryRunAnswer found, { } form) => ContributedAnswers.ShowAsync(context, form, found),
            (RecordedAnswer recorded, { } form) => ContributedAnswers.ShowAsync(context, form, recorded),
            _ => null,
        };
        await (shown ?? Task.CompletedTask);
        return shown is not null;
    }
}
