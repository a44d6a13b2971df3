using ArtsakhLedger.Asking;
using ArtsakhLedger.Pages.Citations;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages.Sources;

/// <summary>A source.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record SourceView(SourceAnswer Answer, string? KnownAt) : LinkingView(KnownAt)
{
    /// <summary>What it is called.</summary>
    public string Title => Answer.Title ?? Answer.Id;

    /// <summary>The address of the facts that cite it.</summary>
    public string FactsAddress => Address.Of("/facts", ("source", Answer.Id), ("known-at", KnownAt));

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(string origin) => PageCitation.Of($"Source: {Title}", Answer.KnownAt, origin + Answer.Self);
}
