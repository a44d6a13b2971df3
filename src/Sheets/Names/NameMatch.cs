using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Sheets.Names;

/// <summary>How an entity is found by a name in a sheet.</summary>
public enum FoundBy
{
    /// <summary>It is not: nobody has said which is meant.</summary>
    Nothing,

    /// <summary>The map says so.</summary>
    Map,

    /// <summary>The cell has its id.</summary>
    Id,

    /// <summary>The cell has an identifier of an authority, such as wikidata:Q148.</summary>
    Identifier,

    /// <summary>It is its first name.</summary>
    Name,

    /// <summary>It is another name or spelling of it.</summary>
    Alias,

    /// <summary>It is not known yet, and is to be described.</summary>
    New,
}

/// <summary>A name in a sheet, and the entity that it is.</summary>
/// <param name="Written">The name as it is written first.</param>
/// <param name="By">How the entity was found.</param>
/// <param name="Entity">The entity; null if it is not known which is meant.</param>
public sealed record NameMatch(string Written, FoundBy By, EntityDescribed? Entity)
{
    private readonly List<int> rows = [];

    /// <summary>Why it is not known which is meant, and what to write.</summary>
    public string? Problem { get; init; }

    /// <summary>What is likely to be wrong with it; null if nothing is.</summary>
    public string? Warning { get; init; }

    /// <summary>Entities with nearly the same name.</summary>
    public IReadOnlyList<EntityReference> Nearest { get; init; } = [];

    /// <summary>The rows that name it, in order.</summary>
    public IReadOnlyList<int> Rows => rows;

    /// <summary>Adds a row that names it.</summary>
    internal void AddRow(int row)
    {
        if (rows.Count == 0 || rows[^1] != row)
        {
            rows.Add(row);
        }
    }
}
