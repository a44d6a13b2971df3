using ArtsakhLedger.Http;

namespace ArtsakhLedger.Serving;

/// <summary>Where the bare address of the service leads: a program to the documentation, a person to the polities, or to the only one.</summary>
public static class FrontDoor
{
    public static async Task<IResult> Open(HttpContext context, Opening opening, ILedger ledger, CancellationToken cancellation)
    {
        context.Response.Headers.Vary = "Accept";
        if (!Representation.PrefersPage(context.Request))
        {
            return Results.Redirect("/docs");
        }

        opening.RequireOpened();
        return await ledger.PolitiesAsync(cancellation) is [var only]
            ? Results.Redirect($"/polities/{only.Polity}/state")
            : Results.Redirect("/polities");
    }
}
