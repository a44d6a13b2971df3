using ArtsakhLedger.Access;
using ArtsakhLedger.Entities;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

[ForEditors]
public static class CorrectEntity
{
    public static Task<Draft> LoadAsync(string id, HttpContext http, Drafting drafting) =>
        drafting.AboutAsync(http, EntityDescribed.FactIdOf(id), "fact-corrected", "entity");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Corrects the description of an entity. Answers keep the names as known at their position.</summary>
    /// <param name="id">The entity's id.</param>
    [WolverinePost("/entities/{id}/corrections", Name = "correct-entity")]
    [Tags("Entities")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post(string id, [FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) =>
        new(draft, dryRun);
}
