using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Sheets.Columns;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Contributing;

[TakesForm]
public static class SheetFormEndpoint
{
    /// <summary>The form for a sheet, as a page. It works without scripts.</summary>
    /// <param name="polity">The polity to fill in.</param>
    /// <param name="type">The kind of fact to fill in, such as <c>recognition-passed</c>.</param>
    [WolverineGet("/contribute/sheet", Name = "import-sheet-form")]
    [Tags("Facts")]
    [ProducesResponseType<string>(200, Representation.Html)]
    public static async Task<IResult> Get([FromQuery] string? polity, [FromQuery] string? type, HttpContext context)
    {
        if (type is not null && SheetKind.Named(type) is null)
        {
            throw RequestProblem.BadParameter(
                "type",
                $"'{type}' is not a kind of fact that sheets tell of. GET /contribute/sheet lists them."
            );
        }

        var page = await PageRenderer.RenderAsync<SheetPage, SheetView>(new(SheetForm.Empty(polity, type), null), context);
        PageHeaders.Set(context.Response.Headers);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept";
        return Results.Bytes(page, PageHeaders.ContentType);
    }
}
