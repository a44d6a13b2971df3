using ArtsakhLedger.Http;
using ArtsakhLedger.Provenance;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class ProvenanceEndpoint
{
    /// <summary>How a statement leads to the quoted passages: the fact, who recorded and changed it, and each quote with its snapshot and
    /// source. With <c>Accept: application/ld+json</c> as linked data, in the terms of PROV-O and Web Annotation.</summary>
    /// <param name="id">The fact's id.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    [WolverineGet("/facts/{id}/provenance", Name = "provenance")]
    [Tags("Facts")]
    [ProducesResponseType<ProvenanceAnswer>(200, "application/json", LinkedDataAnswer.MediaType)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        HttpRequest request,
        ProvenanceReader provenance,
        CancellationToken cancellation
    )
    {
        var (answer, known) = await provenance.AnswerAsync(id, knownAt, cancellation);
        return LinkedDataAnswer.IsRequestedBy(request)
            ? new LinkedDataAnswer(ProvenanceGraph.Of(answer), known)
            : new Answer<ProvenanceAnswer>(answer, known);
    }
}
