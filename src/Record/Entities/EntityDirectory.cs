using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Entities;

/// <summary>An entity that was found.</summary>
/// <param name="Entity">The entity, by the id that stays.</param>
/// <param name="Matched">The name or id that was found; null where nothing was looked for.</param>
public sealed record FoundEntity(EntityDescribed Entity, string? Matched);

/// <summary>The entities as known at one position, and how they are found by any of their names.</summary>
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

    /// <summary>The last position that touched any of it; 0 where nothing is described.</summary>
    public long Position { get; }

    /// <summary>Every entity, by name.</summary>
    public IReadOnlyList<FoundEntity> All => [.. entries.Select(entry => new FoundEntity(entry.Entity, null))];

    /// <summary>The entities that have such a name, alias, spelling or id: those that are called so first, then those with a name that
    /// begins so, then those with one that contains it; each by name.</summary>
    /// <param name="key">The <see cref="NameKey"/> of what is looked for; not empty.</param>
    public IReadOnlyList<FoundEntity> Find(string key) =>
        [
            .. from entry in entries
            let best = entry.Names.Select(name => (name.Name, Rank: RankOf(name.Key, key))).MinBy(name => name.Rank)
            where best.Rank != Rank.None
            orderby best.Rank
            select new FoundEntity(entry.Entity, best.Name),
        ];

    private static Rank RankOf(string name, string key) =>
        name == key ? Rank.Exact
        : name.StartsWith(key, StringComparison.Ordinal) ? Rank.Prefix
        : name.Contains(key, StringComparison.Ordinal) ? Rank.Contained
        : Rank.None;

    /// <summary>Its names and its id, and those of the ids that were given up for it.</summary>
    private IEnumerable<string> NamesOf(EntityDescribed entity) =>
        Register
            .MergedInto(entity.Entity)
            .Prepend(entity)
            .SelectMany(described => described.Names.Select(name => name.Text).Append(described.Entity));

    private sealed record Entry(EntityDescribed Entity, IReadOnlyList<(string Name, string Key)> Names)
    {
        /// <summary>By name, and by id among those of one name.</summary>
        public string Order { get; } = $"{Names[0].Key}\0{Entity.Entity}";
    }
}
