using ArtsakhLedger.Asking;
using ArtsakhLedger.Http;
using ArtsakhLedger.Sources;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class QuoteEndpoint
{
    /// <summary>Checks whether words are in the text of a source exactly, and how often, as if a fact quoted them. The text itself is never
    /// served.</summary>
    /// <param name="id">The source's id, or one that was merged into it.</param>
    /// <param name="exact">The words, exactly: 1 to 30.</param>
    /// <param name="prefix">The words right before them.</param>
    /// <param name="suffix">The words right after them.</param>
    [WolverineGet("/sources/{id}/quote", Name = "quote")]
    [Tags("Sources")]
    [ProducesResponseType<QuoteAnswer>(200)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery] string? exact,
        [FromQuery] string? prefix,
        [FromQuery] string? suffix,
        ILedger ledger,
        SourceReader sources,
        SnapshotStore store,
        CancellationToken cancellation
    )
    {
        if (exact is null)
        {
            throw RequestProblem.BadParameter("exact", "Send the words to look for: exact=recognized each other.");
        }

        var known = await KnownAt.ResolveAsync(ledger, null, null, cancellation);
        var source = (await sources.SourceAsync(id, known, cancellation)).Source;
        var texts = await store.TextsOfAsync(source, cancellation);
        return new Answer<QuoteAnswer>(
            QuoteCheck.Answer(
                new()
                {
                    Source = source.Source,
                    Quote = exact,
                    Prefix = prefix,
                    Suffix = suffix,
                },
                source,
                texts
            ),
            known
        );
    }
}
