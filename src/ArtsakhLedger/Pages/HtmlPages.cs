using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Contradictions;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Changes;
using ArtsakhLedger.Pages.Contradictions;
using ArtsakhLedger.Pages.Entities;
using ArtsakhLedger.Pages.Episodes;
using ArtsakhLedger.Pages.Facts;
using ArtsakhLedger.Pages.Relations;
using ArtsakhLedger.Pages.State;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.Provenance;
using ArtsakhLedger.Relations;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Timeline;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Pages;

/// <summary>Creates the HTML pages of answers: one method per page.</summary>
public sealed class HtmlPages(
    ILedger ledger,
    EntityReader entities,
    SourceReader sources,
    SnapshotStore texts,
    PolityReader polities,
    NewestBatches batches,
    ProvenanceReader provenance
)
{
    /// <param name="question">The question.</param>
    /// <param name="typed">The date as it was typed.</param>
    /// <param name="polity">The polity as known.</param>
    /// <param name="known">The state of knowledge.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IHtmlPage> StateAsync(
        StateQuestion question,
        string typed,
        PolityAsKnown polity,
        KnownAt known,
        CancellationToken cancellation
    ) =>
        new HtmlPage<StatePage, StateView>(
            StateView.Of(
                question,
                typed,
                polity,
                known,
                await batches.OfAsync(question.Polity, known.Head, cancellation),
                await SourcesAsync(known, cancellation),
                await SuccessionsAsync(polity, known, cancellation),
                cancellation
            )
        );

    public static Task<IHtmlPage> Timeline(
        TimelineChartQuestion question,
        PolityAsKnown polity,
        KnownAt known,
        TimelineAnswer facts,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IHtmlPage>(new HtmlPage<TimelinePage, TimelineView>(TimelineView.Of(question, polity, known, facts, cancellation)));

    public async Task<IHtmlPage> RelationsAsync(
        RelationsAnswer relations,
        string typed,
        PolityAsKnown polity,
        KnownAt known,
        string? knownAt,
        CancellationToken cancellation
    ) =>
        new HtmlPage<RelationsPage, RelationsView>(
            RelationsView.Of(relations, typed, polity, known, knownAt, await SourcesAsync(known, cancellation))
        );

    /// <param name="changes">The answer.</param>
    /// <param name="polity">The polity's id.</param>
    /// <param name="known">The state of knowledge.</param>
    /// <param name="typed">What was asked for, as it was typed.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IHtmlPage> ChangesAsync(
        ChangesAnswer changes,
        string polity,
        KnownAt known,
        TypedChanges typed,
        CancellationToken cancellation
    ) =>
        new HtmlPage<ChangesPage, ChangesView>(
            new(
                changes,
                typed.From,
                typed.To,
                typed.On,
                typed.KnownFrom,
                typed.KnownTo,
                typed.KnownAt,
                await batches.OfAsync(polity, known.Head, cancellation),
                PinnedPosition.Of(typed.KnownTo ?? typed.KnownAt, known)
            )
        );

    public async Task<IHtmlPage> ContradictionsAsync(
        ContradictionsAnswer contradictions,
        PolityAsKnown polity,
        KnownAt known,
        string? knownAt,
        CancellationToken cancellation
    ) =>
        new HtmlPage<ContradictionsPage, ContradictionsView>(
            ContradictionsView.Of(contradictions, polity, await WordsAsync([polity], known, cancellation), known, knownAt)
        );

    public async Task<IHtmlPage> EpisodeAsync(
        EpisodeAnswer answer,
        PolityAsKnown polity,
        IReadOnlyList<Episode> periods,
        KnownAt known,
        string? knownAt,
        CancellationToken cancellation
    ) =>
        new HtmlPage<EpisodePage, EpisodeView>(
            EpisodeView.Of(
                answer,
                polity,
                periods,
                await SourcesAsync(known, cancellation),
                await WordsAsync([polity], known, cancellation),
                known,
                knownAt
            )
        );

    public async Task<IHtmlPage> FactAsync(
        JsonObject answer,
        string id,
        FactsAsKnown facts,
        KnownAt known,
        string? knownAt,
        CancellationToken cancellation
    )
    {
        var origin = await provenance.AnswerAsync(id, facts, known, cancellation);
        var polity = facts.Find(id)!.Content.Polity is { } about ? await polities.AsKnownAsync(about, known.Position, cancellation) : null;
        var available = new HashSet<string>();
        foreach (var sha256 in origin.Citations.Select(citation => citation.Snapshot?.Sha256).OfType<string>().Distinct())
        {
            if (await texts.FindAsync(sha256, cancellation) is not null)
            {
                available.Add(sha256);
            }
        }

        return new HtmlPage<FactPage, FactView>(
            FactView.Of(
                id,
                answer,
                facts,
                origin,
                await EntitiesAsync(known, cancellation),
                await WordsAsync(polity is null ? [] : [polity], known, cancellation),
                available,
                knownAt
            ),
            EntityTags.VersionOf(JsonSerializer.SerializeToUtf8Bytes(answer, FactJson.Options))
        );
    }

    public async Task<IHtmlPage> EntityAsync(
        EntityAnswer entity,
        IReadOnlyList<PolityAsKnown> politiesAround,
        KnownAt known,
        string? knownAt,
        CancellationToken cancellation
    )
    {
        var words = await WordsAsync(politiesAround, known, cancellation);
        return new HtmlPage<EntityPage, EntityView>(
            new(
                entity,
                politiesAround.ToDictionary(polity => polity.Polity.Id, StateView.DefaultDate),
                words.AtAddress,
                words.OfKind,
                knownAt
            )
        );
    }

    private async Task<Successions> SuccessionsAsync(PolityAsKnown polity, KnownAt known, CancellationToken cancellation)
    {
        string[] ids = [polity.Polity.Id, .. polity.Entities.MergedInto(polity.Polity.Id).Select(other => other.Entity)];
        var around = new List<PolityAsKnown> { polity };
        foreach (var other in await ledger.PolitiesSucceedingAsync(ids, known.Position, cancellation))
        {
            if (other != polity.Polity.Id && await polities.AsKnownAsync(other, known.Position, cancellation) is { } found)
            {
                around.Add(found);
            }
        }

        return Successions.Of(polity.Polity.Id, around);
    }

    private async Task<EntityRegister> EntitiesAsync(KnownAt known, CancellationToken cancellation) =>
        (await entities.DirectoryAsync(known.Position, cancellation)).Register;

    private async Task<SourceRegister> SourcesAsync(KnownAt known, CancellationToken cancellation) =>
        (await sources.RegisterAsync(known.Position, cancellation)).Sources;

    private async Task<FactInWords> WordsAsync(IReadOnlyList<PolityAsKnown> around, KnownAt known, CancellationToken cancellation) =>
        new(await EntitiesAsync(known, cancellation), around, await SourcesAsync(known, cancellation));
}

/// <summary>The parameters of a question about changes, as they were typed; null for those that were not.</summary>
public sealed record TypedChanges(string? From, string? To, string? On, string? KnownFrom, string? KnownTo, string? KnownAt);
