using ArtsakhLedger.Http;

namespace ArtsakhLedger.Serving;

/// <summary>Redirects from the root address: programs to the documentation, people to the list of polities, or to the only
/// polity.</summary>
public static class HomeEndpoint
{
    public static async Task<IResult> Open(HttpContext context, LedgerStartup opening, ILedger ledger, CancellationToken cancellation)
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
