using ArtsakhLedger.Asking;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages.Sources;

/// <summary>A page of a source's passages.</summary>
/// <param name="Source">The source.</param>
/// <param name="Page">The answer.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record PassagesView(SourceArchived Source, Page<PassageAnswer> Page, string? KnownAt) : LinkingView(KnownAt)
{
    /// <summary>What the source is called.</summary>
    public string Title => BibliographicText.Of(Source.Csl, "title") ?? Source.Source;

    /// <summary>The language of its quotes, a BCP 47 tag; null where it is not known.</summary>
    public string? Language => BibliographicText.Language(Source.Csl);
}
