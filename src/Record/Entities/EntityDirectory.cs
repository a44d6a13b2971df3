using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Entities;

/// <summary>An entity in a list or a search result.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Matched">The name or id that matched; null if nothing was searched for.</param>
public sealed record FoundEntity(EntityDescribed Entity, string? Matched);

/// <summary>The entities as known at a position, searchable by all their names.</summary>
public sealed class EntityDirectory
{
    private readonly List<Entry> entries;

    /// <param name="descriptions">The entries that describe and identify entities and sources, in the order of record.</param>
    public EntityDirectory(IReadOnlyList<RecordedFact> descriptions)
    {
        Register = new EntityRegister(descriptions);
        Position = descriptions.Count == 0 ? 0 : descriptions[^1].Position;
        entries =
        [
            .. Register.All.Select(entity => new Entry(entity, [.. NamesOf(entity).Distinct().Select(name => (name, NameKey.Of(name)))])),
        ];
        entries.Sort((left, right) => string.CompareOrdinal(left.Order, right.Order));
    }

    private enum Rank
    {
        Exact,
        Prefix,
        Contained,
        None,
    }

    public EntityRegister Register { get; }

    /// <summary>The position of the last description; 0 if there is none.</summary>
    public long Position { get; }

    /// <summary>Every entity, by name.</summary>
    public IReadOnlyList<FoundEntity> All => [.. entries.Select(entry => new FoundEntity(entry.Entity, null))];

    /// <summary>Finds entities by name, alias, spelling or id: exact matches first, then names that begin with the key, then names that contain
    /// it; each group by name.</summary>
    /// <param name="key">The <see cref="NameKey"/> of the search text; not empty.</param>
    public IReadOnlyList<FoundEntity> Find(string key) =>
        [
            .. from entry in entries
            let best = entry.Names.Select(name => (name.Name, Rank: RankOf(name.Key, key))).MinBy(name => name.Rank)
            where best.Rank != Rank.None
            orderby best.Rank
            select new FoundEntity(entry.Entity, best.Name),
        ];

    /// <summary>Finds the entities with an identifier such as <c>wikidata:Q148</c>; those that were merged are found as what they were merged into.</summary>
    public IReadOnlyList<FoundEntity> Find(EntityIdentifier identifier) =>
        [
            .. Register
                .Identified(identifier)
                .Select(entity => Register.Find(entity.Entity)!)
                .Distinct()
                .OrderBy(entity => entity.Entity, StringComparer.Ordinal)
                .Select(entity => new FoundEntity(entity, identifier.ToString())),
        ];

    private static Rank RankOf(string name, string key) =>
        name == key ? Rank.Exact
        : name.StartsWith(key, StringComparison.Ordinal) ? Rank.Prefix
        : name.Contains(key, StringComparison.Ordinal) ? Rank.Contained
        : Rank.None;

    /// <summary>Its names and its id, and those of the entities merged into it.</summary>
    private IEnumerable<string> NamesOf(EntityDescribed entity) =>
        Register
            .MergedInto(entity.Entity)
            .Prepend(entity)
            .SelectMany(described => described.Names.Select(name => name.Text).Append(described.Entity));

    private sealed record Entry(EntityDescribed Entity, IReadOnlyList<(string Name, string Key)> Names)
    {
        /// <summary>The sort key: by name, then by id.</summary>
        public string Order { get; } = $"{Names[0].Key}\0{Entity.Entity}";
    }
}
