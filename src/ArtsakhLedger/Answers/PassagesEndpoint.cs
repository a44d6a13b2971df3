using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Sources;
using ArtsakhLedger.Sources;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class PassagesEndpoint
{
    /// <summary>The passages of a source, each with the facts that cite it; of the text, only what they quote. If the source has not been
    /// cut into passages, or is known only by excerpts, the quotes themselves are listed.</summary>
    /// <param name="id">The source's id, or one that was merged into it.</param>
    /// <param name="snapshot">The SHA-256 of one of its snapshots; without it, the latest.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/sources/{id}/passages", Name = "passages")]
    [Tags("Sources")]
    [ProducesResponseType<Page<PassageAnswer>>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery] string? snapshot,
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse(
            $"/sources/{Uri.EscapeDataString(id)}/passages",
            limit,
            cursor,
            ("snapshot", snapshot),
            ("known-at", knownAt)
        );
        var known = await question.KnownAtAsync(ledger, knownAt, null, cancellation);
        var source = await sources.SourceAsync(id, known, cancellation);
        var text = SnapshotOf(source.Source, snapshot);
        var cited = await sources.CitationsAsync(source, known.Position, cancellation);
        var passages = PassagesOf(source.Source, text, cited.Citations);
        var page = question.PageOf(passages, passage => $"{passage.Start}:{passage.Sha256}", cited.LastTouched.Position);
        return new PageAnswer<PassageAnswer>(page, known)
        {
            Page = () => Task.FromResult<IHtmlPage>(new HtmlPage<PassagesPage, PassagesView>(new(source.Source, page, knownAt))),
        };
    }

    private static Snapshot? SnapshotOf(SourceArchived source, string? sha256) =>
        sha256 is null
            ? source.Snapshots is [.., var latest]
                ? latest
                : null
            : source.Snapshots.FirstOrDefault(snapshot => snapshot.Sha256 == sha256)
                ?? throw RequestProblem.BadParameter(
                    "snapshot",
                    source.Snapshots.Count == 0
                        ? $"'{source.Source}' has no snapshot; leave the parameter out."
                        : $"'{source.Source}' has no such snapshot. Send one of {string.Join(", ", source.Snapshots.Select(snapshot => snapshot.Sha256))}."
                );

    private static IReadOnlyList<PassageAnswer> PassagesOf(
        SourceArchived source,
        Snapshot? snapshot,
        IReadOnlyList<FactCitation> citations
    ) =>
        snapshot is null || snapshot.Passages.Count == 0
            ? [.. QuotesAsPassages([.. citations.Where(cited => source.SnapshotOf(cited.Citation)?.Sha256 == snapshot?.Sha256)])]
            :
            [
                .. from covered in Coverage.ByPassage(source, snapshot, citations)
                let passage = covered.Passage
                select new PassageAnswer(
                    passage.Start,
                    passage.End(),
                    passage.Length,
                    passage.Sha256,
                    passage.NotRecorded,
                    covered.Citing.Count == 0 && passage.NotRecorded is null,
                    [.. covered.Citing.Select(AnswerOf)]
                ),
            ];

    private static IEnumerable<PassageAnswer> QuotesAsPassages(IReadOnlyList<FactCitation> citations) =>
        from cited in citations
        group cited by (cited.Citation.Start, cited.Citation.Quote) into quoted
        orderby quoted.Key.Start ?? int.MaxValue
        select new PassageAnswer(
            quoted.Key.Start,
            quoted.First().Citation.End,
            quoted.Key.Quote.EnumerateRunes().Count(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(quoted.Key.Quote))),
            NotRecorded: null,
            Uncovered: false,
            [.. quoted.Select(AnswerOf)]
        );

    private static CitationAnswer AnswerOf(FactCitation cited) =>
        new($"/facts/{cited.Fact.Id}", cited.Citation.Quote, cited.Citation.Start, cited.Citation.End);
}
