using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[ForEditors]
public static class RetractFact
{
    public static Task<Draft> LoadAsync(string id, HttpContext http, Drafting drafting) => drafting.AboutAsync(http, id, "fact-retracted");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Takes a fact out.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/retractions", Name = "retract-fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post(string id, [FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
