using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Entities;

/// <summary>An entity in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Matched">The name, alias, spelling or id by which it was found; absent where none was asked for.</param>
/// <param name="Entity">Its address.</param>
public sealed record EntityListed(string Id, string Name, EntityKind Kind, string? Matched, string Entity)
{
    /// <summary>What authorities call it; absent where no source says.</summary>
    public IReadOnlyList<EntityIdentifier>? Identifiers { get; init; }
}
