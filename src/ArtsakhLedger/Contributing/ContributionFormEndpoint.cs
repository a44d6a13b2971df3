using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Contributing;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Contributing;

[TakesForm]
public static class ContributionFormEndpoint
{
    /// <summary>The form for a new fact, as a page. It works without scripts; programs send JSON to <c>POST /facts</c>.</summary>
    /// <param name="type">The kind of fact, such as <c>office-opened</c>; without it, a list of the kinds.</param>
    /// <param name="polity">The polity to fill in.</param>
    [WolverineGet("/contribute", Name = "contribute-form")]
    [Tags("Facts")]
    [ProducesResponseType<string>(200, Representation.Html)]
    public static async Task<IResult> Get([FromQuery] string? type, [FromQuery] string? polity, HttpContext context)
    {
        if (type is not null && FactForm.Of(type) is null)
        {
            throw RequestProblem.BadParameter(
                "type",
                $"'{type}' is not a kind of fact that this form records. GET /contribute lists them."
            );
        }

        var form = type is null ? null : FilledForm.Empty(type, polity);
        return Results.Bytes(
            await PageRenderer.RenderAsync<ContributePage, ContributeView>(new(form) { Polity = polity }, Prepared(context)),
            PageHeaders.ContentType
        );
    }

    /// <summary>Prevents shared caching, since each form has a key of its own; going back shows the same form.</summary>
    private static HttpContext Prepared(HttpContext context)
    {
        PageHeaders.Set(context.Response.Headers);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept";
        return context;
    }
}
