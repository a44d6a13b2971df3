using System.Text.Json.Serialization;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Entities;

/// <summary>An entity as an answer names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its first name as known then; the id if it had not been described.</param>
public sealed record EntityReference(string Id, string Name)
{
    /// <summary>The name as a sentence takes it: "the Republic of Artsakh".</summary>
    [JsonIgnore]
    public string InText { get; init; } = Name;
}

/// <summary>The entities as known at a position: their descriptions, and which ids are the same entity.</summary>
public sealed class EntityRegister
{
    private readonly Dictionary<string, EntityDescribed> entities = [];
    private readonly Dictionary<string, RecordedFact> touched = [];
    private readonly Dictionary<string, EntitiesIdentified> identities = [];
    private readonly Dictionary<EntityIdentifier, HashSet<string>> byIdentifier = [];

    // The facts that identify entities, in the order of record.
    private readonly List<string> identifying = [];

    public EntityRegister(IReadOnlyList<RecordedFact> descriptions)
        : this(new FactsAsKnown(descriptions)) { }

    public EntityRegister(FactsAsKnown descriptions)
    {
        Descriptions = descriptions;
        foreach (var known in descriptions.All)
        {
            Take(known, isNew: true);
        }
    }

    /// <summary>About how many bytes of memory a register of so many descriptions takes, beside the descriptions themselves.</summary>
    public static long MemorySizeOf(int descriptions) => 600L * descriptions;

    /// <summary>The entries that describe and identify entities and sources, as known.</summary>
    public FactsAsKnown Descriptions { get; }

    /// <summary>Every entity, without those merged into another.</summary>
    public IEnumerable<EntityDescribed> All => entities.Where(entity => !identities.ContainsKey(entity.Key)).Select(entity => entity.Value);

    /// <summary>The entity with this id, or into which it was merged; null if it is not described.</summary>
    public EntityDescribed? Find(string id) => entities.GetValueOrDefault(Canonical(id));

    /// <summary>The entities with an identifier, also those merged into another.</summary>
    public IEnumerable<EntityDescribed> Identified(EntityIdentifier identifier) =>
        byIdentifier
            .GetValueOrDefault(identifier, [])
            .Select(id => entities.GetValueOrDefault(id))
            .OfType<EntityDescribed>()
            .Where(entity => entity.Identifiers?.Contains(identifier) is true);

    /// <summary>The description of this id itself, merged into another or not; null if it is not described.</summary>
    public EntityDescribed? DescriptionOf(string id) => entities.GetValueOrDefault(id);

    /// <summary>The identifications that are not retracted, in the order of record.</summary>
    internal IEnumerable<EntitiesIdentified> Identifications =>
        identifying
            .Select(Descriptions.Find)
            .Where(known => known is { InForce: true })
            .Select(known => known!.Content)
            .OfType<EntitiesIdentified>();

    /// <summary>Whether any id was merged into another.</summary>
    internal bool HasIdentities => identities.Count > 0;

    /// <summary>Whether this id itself is described, merged into another or not.</summary>
    public bool IsDescribed(string id) => entities.ContainsKey(id);

    /// <summary>The entity's id and name for an answer.</summary>
    public EntityReference ReferenceTo(string id)
    {
        var canonical = Canonical(id);
        return Find(canonical) is { } entity
            ? new(canonical, entity.Names[0].Text) { InText = entity.Names[0].InTextFor(entity.Kind) }
            : new(canonical, canonical);
    }

    /// <summary>What the entity is called in a sentence: "the Republic of Artsakh".</summary>
    public string InText(string id)
    {
        var canonical = Canonical(id);
        return Find(canonical) is { } entity ? entity.Names[0].InTextFor(entity.Kind) : canonical;
    }

    /// <summary>What the parties of a fact are called in a sentence about it.</summary>
    public PartyNames NamesFor(Fact fact) => NamesFor(fact.Polity ?? fact.Id);

    /// <summary>What the parties of a polity's facts are called in sentences.</summary>
    public PartyNames NamesFor(string polity) => new(InText(polity), InText);

    /// <summary>What the parties of a polity's facts are called in sentences that call the polity by a name of its time.</summary>
    public PartyNames NamesFor(string polity, string calledThen) =>
        new(calledThen, id => Canonical(id) == Canonical(polity) ? calledThen : InText(id));

    /// <summary>The id into which an id was merged; the id itself if it was not.</summary>
    public string Canonical(string id)
    {
        while (identities.TryGetValue(id, out var identity))
        {
            id = identity.SameAs;
        }

        return id;
    }

    /// <summary>The descriptions of the ids merged into an entity.</summary>
    public IEnumerable<EntityDescribed> MergedInto(string id) =>
        identities.Keys.Where(given => Canonical(given) == id && entities.ContainsKey(given)).Select(given => entities[given]);

    /// <summary>Every id of the same entity: the one given, the one that remains, and all merged into that.</summary>
    public IEnumerable<string> IdsOf(string id)
    {
        var remains = Canonical(id);
        return identities.Keys.Where(given => Canonical(given) == remains).Append(remains).Append(id).Distinct();
    }

    /// <summary>The last entry that described the entity, identified it with another, or retracted that; null if there is none.</summary>
    public RecordedFact? LastTouched(string id)
    {
        var last = touched.GetValueOrDefault(id);
        return
            identities.TryGetValue(id, out var identity) && LastTouched(identity.SameAs) is { } other && !(other.Position < last?.Position)
            ? other
            : last;
    }

    /// <summary>Adds the next entry. Only for the owner of an instance that nobody else reads.</summary>
    /// <returns>What is known differently now.</returns>
    internal IReadOnlyList<KnownFact> Add(RecordedFact entry)
    {
        var changed = Descriptions.Add(entry);
        for (var i = 0; i < changed.Count; i++)
        {
            Take(changed[i], isNew: i == 0);
        }

        return changed;
    }

    /// <param name="known">What is known of an entry.</param>
    /// <param name="isNew">False if something else was known of it before.</param>
    private void Take(KnownFact known, bool isNew)
    {
        switch (known.Content)
        {
            case EntityDescribed entity:
                Touch(entity.Entity, known.LastTouched);
                if (known.InForce)
                {
                    entities[entity.Entity] = entity;
                    foreach (var identifier in entity.Identifiers ?? [])
                    {
                        if (!byIdentifier.TryGetValue(identifier, out var found))
                        {
                            byIdentifier[identifier] = found = [];
                        }

                        found.Add(entity.Entity);
                    }
                }
                else
                {
                    entities.Remove(entity.Entity);
                }

                break;
            case EntitiesIdentified identity:
                Touch(identity.Entity, known.LastTouched);
                if (isNew)
                {
                    identifying.Add(known.Recorded.Fact.Id);
                    if (known.InForce)
                    {
                        Identify(identity);
                    }
                }
                else
                {
                    // In the order of record, for the outcome must not depend on when it was worked out.
                    identities.Clear();
                    foreach (var one in Identifications)
                    {
                        Identify(one);
                    }
                }

                break;
        }
    }

    private void Identify(EntitiesIdentified identity)
    {
        if (!LeadsTo(identity.SameAs, identity.Entity))
        {
            identities[identity.Entity] = identity;
        }
    }

    /// <summary>Whether an id was merged, directly or through others, into another: merging that one into it would be a cycle.</summary>
    private bool LeadsTo(string id, string other)
    {
        while (id != other && identities.TryGetValue(id, out var identity))
        {
            id = identity.SameAs;
        }

        return id == other;
    }

    private void Touch(string id, RecordedFact entry)
    {
        if (!touched.TryGetValue(id, out var last) || last.Position < entry.Position)
        {
            touched[id] = entry;
        }
    }

    /// <summary>The link with canonical ids in place of merged ones, and whether one of these identities is inferred.</summary>
    public (EpisodeLink Link, bool Inferred) Identify(EpisodeLink link)
    {
        if (identities.Count == 0)
        {
            return (link, false);
        }

        var placed = link.Place is { } place && identities.ContainsKey(place) ? link with { Place = Canonical(place) } : link;
        var merged = EntitiesIn(link.Thing).Append(link.Party).Where(identities.ContainsKey).ToList();
        return merged.Count == 0
            ? (placed, false)
            : (placed with { Thing = CanonicalEpisode(link.Thing), Party = Canonical(link.Party) }, merged.Exists(IsInferred));
    }

    /// <summary>The id of an episode with canonical ids in place of merged ones.</summary>
    public string CanonicalEpisode(string id)
    {
        var words = id.Split('/');
        return NamesEntities(words)
            ? string.Join('/', words.Select((word, i) => i < 2 ? word : Pair.Of(Pair.PartsOf(word).Select(Canonical))))
            : id;
    }

    // An episode id is {polity}/{kind}/{party}…; what follows the kind are entities, pairs of them, or a term.
    private static IEnumerable<string> EntitiesIn(string episode)
    {
        var words = episode.Split('/');
        return NamesEntities(words) ? words.Skip(2).SelectMany(Pair.PartsOf) : [];
    }

    // A name of the polity is not an entity, even if an entity has the same id.
    private static bool NamesEntities(string[] words) => words.Length < 2 || words[1] != EpisodeKind.OfficialName.Name;

    private bool IsInferred(string id) =>
        identities.TryGetValue(id, out var identity) && (identity.Inferred || IsInferred(identity.SameAs));
}
