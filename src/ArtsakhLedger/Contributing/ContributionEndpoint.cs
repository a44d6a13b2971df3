using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Recording;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Contributing;

/// <summary>Receives the form for contributors (<see cref="ContributionForm"/>).</summary>
public static class ContributionEndpoint
{
    public static Task<Draft> LoadAsync(HttpContext http, DraftReader drafting)
    {
        ContributionForm.Require(http);
        return drafting.OfFactAsync(http);
    }

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Receives the form of <c>GET /contribute</c>: shows what its fact would change, or records it, as <c>POST /facts</c> does. A
    /// browser gets a page that keeps what was typed.</summary>
    /// <remarks>The token is a field of the form. <c>press</c> is <c>preview</c>, <c>record</c> or <c>another-citation</c>; <c>key</c> is
    /// the request's idempotency key.</remarks>
    [WolverinePost("/contribute", Name = "contribute")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201, Representation.Json, Representation.Html)]
    [ProducesResponseType<DryRunAnswer>(200, Representation.Json, Representation.Html)]
    public static RecordResult Post(HttpContext http, [NotBody] Draft draft) =>
        new(draft, ContributionForm.Of(http)!.Pressed == Button.Record ? null : "true");
}
