using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Pages.Entities;

/// <summary>Entities that were found by a name, or all of them.</summary>
/// <param name="Page">What a program gets.</param>
/// <param name="Typed">The name as it was typed; null where none was.</param>
/// <param name="KnownAt">The state of knowledge as it was asked for; null for the newest.</param>
public sealed record EntitiesView(Page<EntityListed> Page, string? Typed, string? KnownAt) : LinkingView(KnownAt)
{
    /// <summary>What the page shows.</summary>
    public string Title => Typed is null ? "Everybody and everything that the ledger knows" : $"Found for “{Typed}”";
}
