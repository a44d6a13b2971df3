using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Sources;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class QuoteEndpoint
{
    /// <summary>Checks whether words are in the text of a source exactly, and how often, as if a fact quoted them. The text itself is never
    /// served.</summary>
    /// <remarks>Without a token, four words or more are compared, as whole words, 60 times a minute, and it is not told where they are.</remarks>
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
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (exact is null)
        {
            throw RequestProblem.BadParameter("exact", "Send the words to look for: exact=the words that a fact quotes.");
        }

        var known = await KnownAt.ResolveAsync(ledger, null, null, cancellation);
        var source = (await sources.SourceAsync(id, known, cancellation)).Source;
        var isReader = http.User.Identity?.IsAuthenticated is not true;
        if (isReader && QuoteCheck.CountWords(exact) < QuoteCheck.LeastWordsOfReader)
        {
            throw RequestProblem.BadParameter(
                "exact",
                $"Send at least {QuoteCheck.LeastWordsOfReader} words, or a token of the ledger: shorter quotes are compared only for those who may write."
            );
        }

        var texts = await store.TextsOfAsync(source, cancellation);
        var citation = new Citation
        {
            Source = source.Source,
            Quote = exact,
            Prefix = prefix,
            Suffix = suffix,
        };
        return new Answer<QuoteAnswer>(
            isReader ? QuoteCheck.AnswerToReader(citation, source, texts) : QuoteCheck.Answer(citation, source, texts),
            known
        );
    }
}
