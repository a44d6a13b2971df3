using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[ForEditors]
public static class CorrectFact
{
    public static Task<Draft> LoadAsync(string id, HttpContext http, Drafting drafting) => drafting.AboutAsync(http, id, "fact-corrected");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Corrects a fact: replaces its content and citations together. Another source's date is no correction but a corroboration with its own date, or a fact of its own.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverinePost("/facts/{id}/corrections", Name = "correct-fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post(string id, [FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
