using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

public static class CorroborateFact
{
    public static Task<Draft> LoadAsync(string id, HttpContext http, Drafting drafting) =>
        drafting.AboutAsync(http, id, "fact-corroborated");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Records that a further source says the same, with its own date where it gives one.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/corroborations", Name = "corroborate-fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post(string id, [FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
