using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

public static class RecordFact
{
    public static Task<Draft> LoadAsync(HttpContext http, Drafting drafting) => drafting.OfFactAsync(http);

    public static IResult Validate(Draft draft) => Refusal.Of(draft);

    /// <summary>Records a fact with its sources.</summary>
    /// <remarks>The body is the fact: its type, polity, date, fields and citations. Every quote is checked against the source's text where it is at hand.</remarks>
    [WolverinePost("/facts", Name = "record-fact")]
    [Tags("Facts")]
    [ProducesResponseType<RecordedAnswer>(201)]
    public static Recorded Post([FromQuery(Name = DryRunAsked.Parameter)] string? dryRun, [NotBody] Draft draft) => new(draft, dryRun);
}
