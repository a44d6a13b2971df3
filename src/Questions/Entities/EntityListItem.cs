using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>An entity in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Matched">The name, alias, spelling or id that matched; absent if nothing was searched for.</param>
/// <param name="Entity">Its address.</param>
public sealed record EntityListItem(string Id, string Name, EntityKind Kind, string? Matched, string Entity)
{
    /// <summary>What authorities call it; absent where no source says.</summary>
    public IReadOnlyList<EntityIdentifier>? Identifiers { get; init; }
}
