using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Pages.Entities;

/// <summary>The entities of a name, or all of them.</summary>
/// <param name="Page">The answer.</param>
/// <param name="Typed">The name as it was typed; null where none was.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record EntitiesView(Page<EntityListItem> Page, string? Typed, string? KnownAt) : LinkingView(KnownAt)
{
    /// <summary>The title of the page.</summary>
    public string Title => Typed is null ? "Everybody and everything that the ledger knows" : $"Results for “{Typed}”";
}
