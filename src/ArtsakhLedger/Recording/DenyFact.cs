using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

public static class DenyFact
{
    public static Task<Draft> LoadAsync(string id, HttpContext http, Drafting drafting) => drafting.AboutAsync(http, id, "fact-denied");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Records that a source denies a fact, or that what it began ever ended.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/denials", Name = "deny-fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post(string id, [FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
