using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

public static class ArchiveSource
{
    public static Task<Draft> LoadAsync(HttpContext http, Drafting drafting) => drafting.OfAsync(http, "source-archived", named: "source");

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Archives a source, so that facts can cite it.</summary>
    [WolverinePost("/sources", Name = "archive-source")]
    [Tags("Sources")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post([FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) => new(draft, dryRun);
}
