using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Sources;
using ArtsakhLedger.Sources;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class SourcesEndpoint
{
    /// <summary>The sources that facts cite, by id.</summary>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/sources", Name = "sources")]
    [Tags("Sources")]
    [ProducesResponseType<Page<SourceListItem>>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        [FromQuery(Name = "known-at")] string? knownAt,
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        SourceReader sources,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse("/sources", limit, cursor, ("known-at", knownAt));
        var known = await question.KnownAtAsync(ledger, knownAt, null, cancellation);
        var (register, position) = await sources.RegisterAsync(known.Position, cancellation);
        var page = question.PageOf(register.All, source => source.Source.Source, position);
        var listed = new Page<SourceListItem>([.. page.Items.Select(Listed)], page.Next);
        return new PageAnswer<SourceListItem>(listed, known)
        {
            Page = () => Task.FromResult<IHtmlPage>(new HtmlPage<SourcesPage, SourcesView>(new(listed, knownAt))),
        };
    }

    private static SourceListItem Listed(KnownSource known)
    {
        var source = known.Source;
        return new(
            source.Source,
            source.Csl["title"]?.ToString(),
            source.Csl,
            source.Licence,
            source.ExcerptOnly,
            $"/sources/{source.Source}"
        );
    }
}
