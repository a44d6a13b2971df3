using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[ForEditors]
public static class PreferClaim
{
    public static Task<Draft> LoadAsync(HttpContext http, Drafting drafting) => drafting.OfAsync(http, "claim-preferred");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Settles a dispute: a claim is preferred over its rivals, on a bound or on both.</summary>
    [WolverinePost("/preferences", Name = "prefer-claim")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post([FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) => new(draft, dryRun);
}
