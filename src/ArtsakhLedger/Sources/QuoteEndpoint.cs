using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Sources;

/// <summary>What comes of holding words against a source. Nothing of its text stands in it: only numbers, and sentences about the words that were sent.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Words">How many words the quote has.</param>
/// <param name="Checked">False where the ledger has no text of the source that they could be held against.</param>
/// <param name="Places">How often the quote stands in the text, beside the words before and after it that were given; absent where it was not looked for.</param>
/// <param name="Problems">Why a citation with these words would be refused: JSON pointers within the citation, and messages. Empty where it would not.</param>
public sealed record QuoteAnswer(string Source, int Words, bool Checked, int? Places, IReadOnlyList<FactProblem> Problems);

public static class QuoteEndpoint
{
    /// <summary>Holds words against a source as they would be if a fact cited them: whether they stand in its text exactly, and how often. The text itself is never served.</summary>
    /// <param name="id">The source's id, or one that was given up for it.</param>
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
        LedgerReader ledger,
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
        return new Answer(
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
