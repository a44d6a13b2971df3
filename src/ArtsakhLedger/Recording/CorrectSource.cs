using ArtsakhLedger.Access;
using ArtsakhLedger.Sources;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[ForEditors]
public static class CorrectSource
{
    public static Task<Draft> LoadAsync(string id, HttpContext http, Drafting drafting) =>
        drafting.AboutAsync(http, SourceArchived.FactIdOf(id), "fact-corrected", "source");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Corrects the metadata of a source.</summary>
    /// <param name="id">The source's id.</param>
    [WolverinePost("/sources/{id}/corrections", Name = "correct-source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post(string id, [FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
