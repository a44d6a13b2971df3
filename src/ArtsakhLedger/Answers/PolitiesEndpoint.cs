using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Entities;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class PolitiesEndpoint
{
    /// <summary>The polities that the ledger has facts about, by id.</summary>
    /// <param name="limit">How many items a page has: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where the page begins: follow <c>next</c>.</param>
    [WolverineGet("/polities", Name = "polities")]
    [Tags("Polities")]
    [ProducesResponseType<Page<PolityAnswer>>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        [FromQuery] string? limit,
        [FromQuery] string? cursor,
        ILedger ledger,
        CancellationToken cancellation
    )
    {
        var question = ListQuestion.Parse("/polities", limit, cursor);
        var known = await question.KnownAtAsync(ledger, null, null, cancellation);
        var descriptions = await ledger.DescriptionsAsync(known.Position, cancellation);
        var polities = (await ledger.PolitiesAsync(cancellation)).Where(polity => polity.Position <= known.Position).ToList();
        var touched = polities
            .Select(polity => polity.Position)
            .Concat(descriptions.Select(entry => entry.Position))
            .DefaultIfEmpty()
            .Max();
        var page = question.PageOf(polities, polity => polity.Polity, touched);
        var entities = new EntityRegister(descriptions);
        var listed = new Page<PolityAnswer>(
            [
                .. page.Items.Select(polity => new PolityAnswer(
                    polity.Polity,
                    entities.ReferenceTo(polity.Polity).Name,
                    $"/polities/{polity.Polity}/state"
                )),
            ],
            page.Next
        );
        return new PageAnswer<PolityAnswer>(listed, known)
        {
            Page = () => Task.FromResult<IHtmlPage>(new HtmlPage<PolitiesPage, Page<PolityAnswer>>(listed)),
        };
    }
}
