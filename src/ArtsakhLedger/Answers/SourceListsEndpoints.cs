using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

/// <summary>What grows with a source, page by page.</summary>
public static class SourceListsEndpoints
{
    /// <summary>The archived texts of a source by their digests, in the order in which they were archived.</summary>
    /// <param name="id">The source's id, or one that was merged into it.</param>
    /// <param name="knownAt">A position, the name of a batch (<c>artsakh/0001-article</c>), or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/sources/{id}/snapshots", Name = "source-snapshots")]
    [Tags("Sources")]
    [ProducesResponseType<Page<SnapshotAnswer>>(200)]
    public static async Task<IResult> GetSnapshots(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var (question, known, source) = await AskedAsync(id, "snapshots", knownAt, limit, cursor, ledger, sources, cancellation);
        var cited = await sources.CitationsAsync(source, known.Position, cancellation);
        var page = question.PageOf(source.Source.Snapshots, snapshot => snapshot.Sha256, cited.LastTouched.Position);
        return new PageAnswer<SnapshotAnswer>(
            new([.. page.Items.Select(snapshot => SourceEndpoint.TextOf(source.Source, snapshot, cited))], page.Next),
            known
        );
    }

    /// <summary>The facts that describe a source, archive its texts and assess it.</summary>
    /// <param name="id">The source's id, or one that was merged into it.</param>
    /// <param name="knownAt">A position, the name of a batch (<c>artsakh/0001-article</c>), or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/sources/{id}/descriptions", Name = "source-descriptions")]
    [Tags("Sources")]
    [ProducesResponseType<Page<SourceDescription>>(200)]
    public static async Task<IResult> GetDescriptions(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var (question, known, source) = await AskedAsync(id, "descriptions", knownAt, limit, cursor, ledger, sources, cancellation);
        var page = question.PageOf(source.Entries, entry => entry.Fact.Id, source.LastTouched.Position);
        return new PageAnswer<SourceDescription>(
            new(
                [
                    .. page.Items.Select(entry => new SourceDescription(
                        $"/facts/{entry.Fact.Id}",
                        FactType.Of(entry.Fact).Name,
                        entry.Position,
                        entry.RecordedAt
                    )),
                ],
                page.Next
            ),
            known
        );
    }

    private static async Task<(ListQuestion Question, KnownAt Known, KnownSource Source)> AskedAsync(
        string id,
        string list,
        string? knownAt,
        string? limit,
        string? cursor,
        ILedger ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse($"/sources/{Uri.EscapeDataString(id)}/{list}", limit, cursor, ("known-at", knownAt));
        var known = await question.KnownAtAsync(ledger, knownAt, null, cancellation);
        return (question, known, await sources.SourceAsync(id, known, cancellation));
    }
}
