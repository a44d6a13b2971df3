using ArtsakhLedger.Asking;
using ArtsakhLedger.Pages.Citing;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages.SourceInFull;

/// <summary>One source.</summary>
/// <param name="Answer">What a program gets.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record SourceView(SourceAnswer Answer, string? KnownAt)
{
    /// <summary>An address elsewhere, for the same state of knowledge.</summary>
    public string Elsewhere(string path) => Address.Of(path, ("known-at", KnownAt));

    /// <summary>What it is called.</summary>
    public string Title => Answer.Title ?? Answer.Id;

    /// <summary>The facts that cite it.</summary>
    public string FactsAddress => Address.Of("/facts", ("source", Answer.Id), ("known-at", KnownAt));

    /// <summary>How the page is cited.</summary>
    public PageCitation Citation(AskedPage asked) =>
        new($"Source: {Title}", Answer.KnownAt.Position, Answer.KnownAt.RecordedAt, asked.Whole(Answer.Self));
}
