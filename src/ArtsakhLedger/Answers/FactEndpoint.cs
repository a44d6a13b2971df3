using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Pages;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class FactEndpoint
{
    /// <summary>One fact with its citations and its place in the record.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    [WolverineGet("/facts/{id}", Name = "fact")]
    [Tags("Facts")]
    [ProducesResponseType<DescribedFact>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        ILedger ledger,
        HtmlPages pages,
        CancellationToken cancellation
    )
    {
        var known = await KnownAt.ResolveAsync(ledger, knownAt, null, cancellation);
        var facts =
            await ledger.FactAsync(id, known.Position, cancellation)
            ?? throw RequestProblem.NotFound("fact", $"The ledger has no fact '{id}'{(knownAt is null ? "" : " at that position")}.");
        var answer = FactAnswer.Of(id, facts);
        return new Answer<JsonObject>(answer, known) { Page = () => pages.FactAsync(answer, id, facts, known, knownAt, cancellation) };
    }
}
