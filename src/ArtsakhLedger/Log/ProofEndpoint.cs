using System.Text.Json.Nodes;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Log;

/// <summary>Everything that proves an event to be in the log: anyone can compute its leaf from what is stored, and follow it to a signed
/// checkpoint.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Position">Its position; its index in the log is one less.</param>
/// <param name="Author">Who recorded it: the digest of its RFC 8785 form with the salt is the leaf's <c>authorSha256</c>.</param>
/// <param name="Body">The event's body as it is stored: the digest of its RFC 8785 form with the salt is the leaf's <c>bodySha256</c>.</param>
/// <param name="Receipt">Leaf, salt and proof.</param>
public sealed record FactProof(string Id, long Position, RecordedBy Author, JsonNode Body, Receipt Receipt);

public static class ProofEndpoint
{
    /// <summary>Proves that a fact is in the log: its leaf, the salt and the stored body that the leaf is computed from, and a C2SP
    /// tlog-proof under the log's current checkpoint. With <c>Accept: text/plain</c>, only the tlog-proof.</summary>
    /// <param name="id">The fact's id.</param>
    [WolverineGet("/facts/{id}/proof", Name = "fact-proof")]
    [Tags("Log")]
    [ProducesResponseType<FactProof>(200, "application/json", "text/plain")]
    public static async Task<IResult> Get(
        string id,
        HttpContext context,
        ILedger ledger,
        StoredEvents events,
        Receipts receipts,
        CancellationToken cancellation
    )
    {
        var known = await KnownAt.ResolveAsync(ledger, null, null, cancellation);
        var stored =
            await events.OfFactAsync(id, known.Position, cancellation)
            ?? throw RequestProblem.NotFound("fact", $"The ledger has no fact '{id}'.");
        var receipt = await receipts.ReadAsync(stored.Position, known.Position, cancellation);
        context.Response.Headers.Vary = "Accept";
        return PrefersText(context.Request)
            ? LogFile.OfText(receipt.Proof)
            : new Answer<FactProof>(new FactProof(id, stored.Position, stored.Author, JsonNode.Parse(stored.Body)!, receipt), known);
    }

    private static bool PrefersText(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } best
        && best.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
}
