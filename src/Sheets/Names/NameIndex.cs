using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Sheets.Names;

/// <summary>The entities by every name that they are known by.</summary>
internal sealed class NameIndex
{
    private const int BeginningLength = 2;

    // So many names are held against others; of what a sheet has beyond, nothing near is looked for.
    private const int MostCompared = 1_500_000;

    private readonly EntityRegister register;
    private readonly Dictionary<string, List<(EntityDescribed Entity, bool IsFirst)>> byKey = [];
    private readonly Dictionary<string, List<string>> byBeginning = [];
    private readonly Dictionary<string, List<string>> byEnd = [];
    private int compared;

    public NameIndex(EntityRegister register)
    {
        this.register = register;
        foreach (var entity in register.All)
        {
            Add(entity);
            foreach (var merged in register.MergedInto(entity.Entity))
            {
                AddNames(merged, entity, isFirst: false);
            }
        }
    }

    /// <summary>Whether there are too many names to hold each against the others.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Adds an entity that is new in the sheet.</summary>
    public void Add(EntityDescribed entity) => AddNames(entity, entity, isFirst: true);

    /// <summary>The entity with an id, or into which it was merged; null if there is none.</summary>
    public EntityDescribed? WithId(string id) => register.Find(id);

    /// <summary>The entities with an identifier of an authority.</summary>
    public IReadOnlyList<EntityDescribed> WithIdentifier(EntityIdentifier identifier) =>
        [.. register.Identified(identifier).Select(entity => register.Find(entity.Entity)).OfType<EntityDescribed>().Distinct()];

    /// <summary>The entities with a name, each with whether it is its first.</summary>
    public IReadOnlyList<(EntityDescribed Entity, bool IsFirst)> Named(string name) => byKey.GetValueOrDefault(NameKey.Of(name)) ?? [];

    /// <summary>The entities with nearly the same name, the nearest first, and how many letters differ. Names that share neither beginning nor end are
    /// not looked at.</summary>
    public IReadOnlyList<(EntityDescribed Entity, int Distance)> Near(string name)
    {
        var key = NameKey.Of(name);
        if (key.Length < BeginningLength || IsExhausted)
        {
            return [];
        }

        IReadOnlyList<string> alike =
        [
            .. (byBeginning.GetValueOrDefault(key[..BeginningLength]) ?? []).Union(byEnd.GetValueOrDefault(key[^BeginningLength..]) ?? []),
        ];
        compared += alike.Count;
        IsExhausted |= compared > MostCompared;
        return IsExhausted
            ? []
            :
            [
                .. from other in NearestIds.Of(key, alike)
                where other != key
                from entity in byKey[other].Take(1)
                select (entity.Entity, NearestIds.DistanceOf(key, other)),
            ];
    }

    private void AddNames(EntityDescribed names, EntityDescribed entity, bool isFirst)
    {
        for (var i = 0; i < names.Names.Count; i++)
        {
            Add(NameKey.Of(names.Names[i].Text), entity, isFirst && i == 0);
            if (names.Names[i].InText is { } inText)
            {
                Add(NameKey.Of(inText), entity, isFirst && i == 0);
            }
        }
    }

    private void Add(string key, EntityDescribed entity, bool isFirst)
    {
        if (key.Length == 0)
        {
            return;
        }

        if (!byKey.TryGetValue(key, out var found))
        {
            byKey[key] = found = [];
            if (key.Length >= BeginningLength)
            {
                ListOf(byBeginning, key[..BeginningLength]).Add(key);
                ListOf(byEnd, key[^BeginningLength..]).Add(key);
            }
        }

        if (!found.Exists(one => one.Entity.Entity == entity.Entity))
        {
            found.Add((entity, isFirst));
        }
    }

    private static List<string> ListOf(Dictionary<string, List<string>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
