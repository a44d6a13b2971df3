using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

public static class DescribeEntity
{
    public static Task<Draft> LoadAsync(HttpContext http, Drafting drafting) => drafting.OfAsync(http, "entity-described", named: "entity");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Describes an entity, so that facts can name it.</summary>
    [WolverinePost("/entities", Name = "describe-entity")]
    [Tags("Entities")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post([FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) => new(draft, dryRun);
}
