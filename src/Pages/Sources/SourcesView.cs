using ArtsakhLedger.Asking;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages.Sources;

/// <summary>A page of the sources.</summary>
/// <param name="Page">The answer.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record SourcesView(Page<SourceListItem> Page, string? KnownAt) : LinkingView(KnownAt);
