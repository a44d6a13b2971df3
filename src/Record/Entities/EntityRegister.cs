using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Entities;

/// <summary>An entity as an answer names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its first name as known then; the id where it had not been described.</param>
public sealed record EntityReference(string Id, string Name);

/// <summary>The entities as described, and found to be one, up to a position.</summary>
public sealed class EntityRegister
{
    private readonly Dictionary<string, EntityDescribed> entities = [];
    private readonly Dictionary<string, RecordedFact> touched = [];
    private readonly Dictionary<string, EntitiesIdentified> identities = [];

    public EntityRegister(IReadOnlyList<RecordedFact> descriptions)
        : this(new FactsAsKnown(descriptions)) { }

    public EntityRegister(FactsAsKnown descriptions)
    {
        Descriptions = descriptions;
        foreach (var known in descriptions.All)
        {
            switch (known.Content)
            {
                case EntityDescribed entity:
                    Touch(entity.Entity, known.LastTouched);
                    if (known.InForce)
                    {
                        entities[entity.Entity] = entity;
                    }

                    break;
                case EntitiesIdentified identity:
                    Touch(identity.Entity, known.LastTouched);
                    if (known.InForce && !LeadsTo(identity.SameAs, identity.Entity))
                    {
                        identities[identity.Entity] = identity;
                    }

                    break;
            }
        }
    }

    /// <summary>The entries that describe and identify entities and sources, as known.</summary>
    public FactsAsKnown Descriptions { get; }

    /// <summary>Every entity by the id that stays, with its description.</summary>
    public IEnumerable<EntityDescribed> All => entities.Where(entity => !identities.ContainsKey(entity.Key)).Select(entity => entity.Value);

    public EntityDescribed? Find(string id) => entities.GetValueOrDefault(Canonical(id));

    /// <summary>Whether this very id is described, given up or not.</summary>
    public bool IsDescribed(string id) => entities.ContainsKey(id);

    public EntityReference ReferenceTo(string id)
    {
        var canonical = Canonical(id);
        return new(canonical, Find(canonical)?.Names[0].Text ?? canonical);
    }

    /// <summary>What the parties of a fact are called in a sentence about it.</summary>
    public PartyNames NamesFor(Fact fact) => NamesFor(fact.Polity ?? fact.Id);

    /// <summary>What the parties of a polity's facts are called in sentences.</summary>
    public PartyNames NamesFor(string polity) => new(ReferenceTo(polity).Name, id => ReferenceTo(id).Name);

    /// <summary>The id that stays of an id that was perhaps given up for it.</summary>
    public string Canonical(string id)
    {
        while (identities.TryGetValue(id, out var identity))
        {
            id = identity.SameAs;
        }

        return id;
    }

    /// <summary>The descriptions of an entity under the ids that were given up for it.</summary>
    public IEnumerable<EntityDescribed> MergedInto(string id) =>
        identities.Keys.Where(given => Canonical(given) == id && entities.ContainsKey(given)).Select(given => entities[given]);

    /// <summary>Every id that means the same as one: it, the one that stays, and those that were given up for that.</summary>
    public IEnumerable<string> IdsOf(string id)
    {
        var stays = Canonical(id);
        return identities.Keys.Where(given => Canonical(given) == stays).Append(stays).Append(id).Distinct();
    }

    /// <summary>The last entry that described the entity, or identified it with another, or took that back; null where none did.</summary>
    public RecordedFact? LastTouched(string id)
    {
        var last = touched.GetValueOrDefault(id);
        return
            identities.TryGetValue(id, out var identity) && LastTouched(identity.SameAs) is { } other && !(other.Position < last?.Position)
            ? other
            : last;
    }

    /// <summary>Whether an id was given up, perhaps by way of others, for another one: then that one cannot be given up for it.</summary>
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

    /// <summary>A link on the episode of the entity that stays, and whether that identity is an inference.</summary>
    public (EpisodeLink Link, bool Inferred) Identify(EpisodeLink said)
    {
        if (identities.Count == 0)
        {
            return (said, false);
        }

        // An id is {polity}/{kind}/{party}…; what stands behind the kind names entities, pairs of them, or a term.
        var words = said.Episode.Split('/');
        var given = words.Skip(2).SelectMany(Pair.PartsOf).Append(said.Party).Where(identities.ContainsKey).ToList();
        return given.Count == 0
            ? (said, false)
            : (
                said with
                {
                    Episode = string.Join('/', words.Select((word, i) => i < 2 ? word : Pair.Of(Pair.PartsOf(word).Select(Canonical)))),
                    Party = Canonical(said.Party),
                },
                given.Exists(IsInferred)
            );
    }

    private bool IsInferred(string id) =>
        identities.TryGetValue(id, out var identity) && (identity.Inferred || IsInferred(identity.SameAs));
}
