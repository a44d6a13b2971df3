using System.Globalization;
using System.Text.Json;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.State;

namespace ArtsakhLedger.Sheets.Names;

/// <summary>Finds the entities that a sheet names: by id, identifier or any name. One that is nearly the name of another is a question; any other
/// that is not known is to be described, and the description is ready.</summary>
/// <param name="register">The entities as known.</param>
/// <param name="map">Which entities are meant, as far as somebody has said so.</param>
/// <param name="fileName">The sheet, for the reason of a description.</param>
internal sealed class NameMatcher(EntityRegister register, IReadOnlyDictionary<string, string> map, string fileName)
{
    private const int LeastLettersForOneSlip = 5;
    private const int LeastLettersForTwoSlips = 9;
    private const int LongestName = 500;

    private readonly NameIndex index = new(register);
    private readonly Dictionary<(string Key, EntityKind Kind, string Kinds), NameMatch> found = [];
    private readonly Dictionary<string, EntityDescribed> described = [];

    /// <summary>Every name, in the order in which the sheet has them.</summary>
    public IReadOnlyList<NameMatch> All => [.. found.Values];

    /// <summary>The entities that are to be described.</summary>
    public IReadOnlyList<EntityDescribed> New => [.. described.Values];

    /// <summary>Whether there were too many new names to look for what is nearly each.</summary>
    public bool IsExhausted => index.IsExhausted;

    /// <summary>Whether an entity is known by a name.</summary>
    public bool Knows(string name) => index.WithId(name) is not null || index.Named(name).Count > 0;

    /// <summary>The entity with an id, also one that is new in the sheet.</summary>
    public EntityDescribed? WithId(string id) => index.WithId(id) ?? described.GetValueOrDefault(id);

    /// <summary>The polity of the sheet by its id, described by that if it is not known.</summary>
    public NameMatch Polity(string id)
    {
        if (index.WithId(id) is { } known)
        {
            return new(id, FoundBy.Id, known);
        }

        var name = string.Join(' ', id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(PartyNames.AsSentence));
        return new(id, FoundBy.New, Describe(id, name, EntityKind.Polity, $"is the polity that {fileName} is about"));
    }

    /// <summary>Finds an entity.</summary>
    /// <param name="name">The name, as a cell has it.</param>
    /// <param name="kinds">The kinds that it may be of; any if empty.</param>
    /// <param name="kind">The kind that it is of if it is new.</param>
    /// <param name="row">The row.</param>
    public NameMatch Find(string name, IReadOnlyList<EntityKind> kinds, EntityKind kind, int row)
    {
        var key = NameKey.Of(name) is { Length: > 0 } folded ? folded : name;
        var asked = (key, kind, Words(kinds));
        if (!found.TryGetValue(asked, out var match))
        {
            found[asked] = match = Match(name, kinds, kind, row);
        }

        match.AddRow(row);
        return match;
    }

    private NameMatch Match(string name, IReadOnlyList<EntityKind> kinds, EntityKind kind, int row)
    {
        bool Fits(EntityDescribed entity) => kinds.Count == 0 || kinds.Contains(entity.Kind);

        var said = map.GetValueOrDefault(name);
        if (said is not (null or ColumnMap.NewEntity or ColumnMap.NotSaid))
        {
            return WithId(said) is { } meant
                ? Fits(meant)
                    ? new(name, FoundBy.Map, meant)
                    : Unknown(
                        name,
                        $"'{said}' is a {WordOf(meant.Kind)}, and {Words(kinds)} is expected here; name another, or write {ColumnMap.NewEntity}"
                    )
                : Slug.IsValid(said)
                    ? AsNew(name, kind, row, said)
                    : Unknown(name, $"'{said}' is not the id of an entity; write one, or {ColumnMap.NewEntity}");
        }

        if (Slug.IsValid(name) && WithId(name) is { } byId && Fits(byId))
        {
            return new(name, FoundBy.Id, byId);
        }

        if (EntityIdentifier.Parse(name) is { } identifier && index.WithIdentifier(identifier) is [var identified] && Fits(identified))
        {
            return new(name, FoundBy.Identifier, identified);
        }

        var named = index.Named(name).Where(one => Fits(one.Entity)).ToList();
        var first = named.Where(one => one.IsFirst).ToList();
        return (named, first) switch
        {
            (_, [var one]) => new(name, described.ContainsKey(one.Entity.Entity) ? FoundBy.New : FoundBy.Name, one.Entity),
            ([var one], _) => new(name, FoundBy.Alias, one.Entity),
            ([], _) when said == ColumnMap.NewEntity => AsNew(name, kind, row),
            ([], _) => NotKnown(name, kind, row, Fits),
            _ => Unknown(
                name,
                $"'{name}' may be {string.Join(" or ", named.Select(one => $"{one.Entity.Entity} ({WordOf(one.Entity.Kind)})"))}; write the id of one"
            ),
        };
    }

    private NameMatch NotKnown(string name, EntityKind kind, int row, Func<EntityDescribed, bool> fits)
    {
        if (name.Length > LongestName)
        {
            return Unknown(name[..40] + "…", $"the name has more than {LongestName} characters; write a name");
        }

        if (NameKey.Of(name).Length == 0)
        {
            return Unknown(name, $"'{name}' is not a name; write one, or leave the cell empty");
        }

        var near = index.Near(name).Where(one => fits(one.Entity)).ToList();
        var nearest = near.Select(one => new EntityReference(one.Entity.Entity, one.Entity.Names[0].Text)).ToList();
        var slip = near.FirstOrDefault(one => IsSlip(NameKey.Of(name), one.Distance)).Entity;
        return slip is null ? AsNew(name, kind, row) with { Nearest = nearest }
            : described.ContainsKey(slip.Entity)
                ? AsNew(name, kind, row) with
                {
                    Nearest = nearest,
                    Warning = $"'{name}' is nearly '{slip.Names[0].Text}', and is taken for another",
                }
            : Unknown(
                name,
                $"'{name}' is not known, and is nearly {slip.Names[0].Text} ({slip.Entity}); write that one's name or id, or say that it is new (entities: {{ \"{name}\": {ColumnMap.NewEntity} }})"
            ) with
            {
                Nearest = nearest,
            };
    }

    private NameMatch AsNew(string name, EntityKind kind, int row, string? id = null)
    {
        var slug = id ?? FreeId(NameSlug.Of(name), kind);
        return new(
            name,
            FoundBy.New,
            Describe(slug, name, kind, string.Create(CultureInfo.InvariantCulture, $"is named in row {row} of {fileName}"))
        );
    }

    private EntityDescribed Describe(string id, string name, EntityKind kind, string reason)
    {
        var entity = new EntityDescribed
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = kind,
            Names = [new() { Text = name, Language = LanguageOf(name) }],
            Reason = reason,
        };
        described[id] = entity;
        index.Add(entity);
        return entity;
    }

    /// <summary>The id that a name makes; with the kind, then a number, if another entity has it.</summary>
    private string FreeId(string slug, EntityKind kind)
    {
        var withKind = $"{slug}-{WordOf(kind)}";
        return Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{withKind}-{number}"))
            .Prepend(withKind)
            .Prepend(slug)
            .First(id => !register.IsDescribed(id) && !described.ContainsKey(id));
    }

    private static NameMatch Unknown(string name, string problem) => new(name, FoundBy.Nothing, null) { Problem = problem };

    /// <summary>English for what has Latin letters only; anything else is of a language that nobody has said.</summary>
    private static string LanguageOf(string name) => name.All(c => c < '\u0250' || char.IsPunctuation(c)) ? "en" : "und";

    private static bool IsSlip(string key, int distance) =>
        distance <= (key.Length >= LeastLettersForTwoSlips ? 2 : 1) && key.Length >= LeastLettersForOneSlip;

    private static string WordOf(EntityKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string Words(IReadOnlyList<EntityKind> kinds) => string.Join(" or ", kinds.Select(WordOf));
}
