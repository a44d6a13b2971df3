using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;

namespace ArtsakhLedger.Checks;

/// <summary>What an entry of a batch may refer to: the part of the record that the batch needs, and the batch's earlier entries.</summary>
public sealed class RecordSoFar
{
    private static readonly Author BatchAuthor = Author.From("batch", null);

    private readonly Dictionary<string, RecordedFact> entries = [];
    private readonly Dictionary<string, List<RecordedFact>> about = [];
    private readonly Dictionary<string, List<RecordedFact>> polities = [];
    private readonly Dictionary<string, List<string>> identifying = [];
    private readonly Dictionary<string, List<string>> things = [];
    private readonly EntityRegister entities;
    private readonly SourceRegister sources;
    private readonly Dictionary<int, List<string>> alike = [];
    private long position;

    public RecordSoFar()
        : this(new EntityRegister([])) { }

    /// <param name="entities">The entities that are described already; the instance is given away if descriptions are added.</param>
    public RecordSoFar(EntityRegister entities) => (this.entities, sources) = (entities, new(entities));

    /// <summary>Adds an entry that is already recorded; must be called in the order of record.</summary>
    public void Add(RecordedFact entry)
    {
        var fact = entry.Fact;
        if (!entries.TryAdd(fact.Id, entry))
        {
            return;
        }

        position = entry.Position;
        if (SaidBy(fact) is { } said)
        {
            var key = Likeness.RoughKeyOf(said);
            (alike.TryGetValue(key, out var found) ? found : alike[key] = []).Add(said.Id);
        }

        if (fact is FactsIdentified { Polity: { } of })
        {
            (identifying.TryGetValue(of, out var ids) ? ids : identifying[of] = []).Add(fact.Id);
        }

        if (fact is AboutFact { Target: var target })
        {
            ListOf(about, target).Add(entry);
        }

        if (fact.Polity is null)
        {
            sources.Take(entities.Add(entry));
        }
        else
        {
            ListOf(polities, fact.Polity).Add(entry);
            AddToThings(fact);
        }
    }

    /// <summary>Adds the next entry of the batch.</summary>
    public void Add(Fact fact) => Add(new RecordedFact(position + 1, default, BatchAuthor, null, fact));

    /// <summary>Whether an id is that of an entry that belongs to no polity: a description of an entity or source, or an entry about one.</summary>
    public bool BelongsToNoPolity(string id) => entries.TryGetValue(id, out var entry) && entry.Fact.Polity is null;

    /// <summary>The source with this id as known to the next entry; null if it is not archived.</summary>
    public SourceArchived? Source(string id) => sources.Find(id)?.Source;

    /// <summary>What is known to the next entry.</summary>
    /// <param name="fact">The entry.</param>
    /// <param name="texts">The available texts of the sources that it cites.</param>
    public KnownRecord KnownTo(Fact fact, IReadOnlyList<SnapshotText> texts) =>
        new(entities, sources, FactsAround(fact), ThingsConcerning(fact), texts)
        {
            HasFacts = polities.ContainsKey,
            Identified = OneActCheck.Concerns(fact, id => entries.GetValueOrDefault(id)?.Fact)
                ? Around([.. identifying.GetValueOrDefault(fact.Polity ?? "", [])])
                : new([]),
        };

    /// <summary>Adds a polity of which facts are recorded, though none of them is added.</summary>
    public void AddPolity(string polity) => ListOf(polities, polity);

    /// <summary>Whether an entity is, or was, described as a polity.</summary>
    public bool IsPolity(string id) =>
        entities.Descriptions.Find(EntityDescribed.FactIdOf(id))
            is { Content: EntityDescribed { Kind: EntityKind.Polity } }
                or { Recorded.Fact: EntityDescribed { Kind: EntityKind.Polity } };

    /// <summary>The id of an earlier fact, not retracted, that the next entry repeats, or null.</summary>
    public string? TwinOf(Fact fact) =>
        SaidBy(fact) is { } said && alike.TryGetValue(Likeness.RoughKeyOf(said), out var candidates)
            ? candidates.Find(id => Around(id).Find(id) is { InForce: true, Content: var other } && Likeness.Repeats(said, other))
            : null;

    /// <summary>What a reinstatement brings back; null for any other entry.</summary>
    public Fact? BroughtBackBy(Fact fact) => fact is FactReinstated { Target: var target } ? Around(target).Find(target)?.Content : null;

    /// <summary>What an entry says: itself, the content of a correction, or what a reinstatement brings back; null for other changes.</summary>
    private Fact? SaidBy(Fact fact)
    {
        var said = fact is FactCorrected correction ? correction.Content with { Id = correction.Target } : BroughtBackBy(fact) ?? fact;
        return said is { Polity: not null } and not ChangeOfFact ? said : null;
    }

    /// <summary>The entries that a fact is about, with all entries about those; also the entry that the content of a correction is about.</summary>
    private FactsAsKnown FactsAround(Fact fact) =>
        fact is DisagreementNoted { Facts: var named } ? Around([.. named])
        : fact is AboutFact { Target: var target }
            ? Around(
                target,
                ((fact as FactCorrected)?.Content as AboutFact)?.Target,
                ((fact as FactsIdentified) ?? (fact as FactCorrected)?.Content as FactsIdentified)?.Same
            )
        : new([]);

    private FactsAsKnown Around(params ReadOnlySpan<string?> ids)
    {
        var found = new Dictionary<string, RecordedFact>();
        var toVisit = new Stack<string>();
        foreach (var id in ids)
        {
            toVisit.Push(id ?? "");
        }

        while (toVisit.TryPop(out var id))
        {
            if (entries.TryGetValue(id, out var entry) && found.TryAdd(id, entry))
            {
                foreach (var opinion in about.GetValueOrDefault(id, []))
                {
                    toVisit.Push(opinion.Fact.Id);
                }
            }
        }

        return new([.. found.Values.OrderBy(entry => entry.Position)]);
    }

    /// <summary>The things of which the check of the next entry asks.</summary>
    public ConcernedThings ThingsConcerning(Fact fact)
    {
        var asked = ConcernedThings.Of(fact, id => entries.GetValueOrDefault(id)?.Fact).Select(entities.CanonicalEpisode).ToHashSet();
        if (asked.Count == 0)
        {
            return ConcernedThings.None;
        }

        var lives = asked.Select(thing => PolityExistence.EpisodeOf(thing.Split('/')[0]));
        var named = entities.HasIdentities ? things.Keys.Where(thing => asked.Contains(entities.CanonicalEpisode(thing))) : asked;
        var known = Around([.. named.Concat(lives).Distinct().Where(things.ContainsKey).SelectMany(thing => things[thing])]);
        return new([.. ThingFacts.Of(known, entities).Where(thing => asked.Contains(thing.Id))], known, entities);
    }

    private void AddToThings(Fact fact)
    {
        // What is one act with another fact tells of the same.
        string[] ids = fact switch
        {
            FactCorrected { Target: var target } => [target],
            FactsIdentified { Target: var one, Same: var other } => [one, other],
            _ => [fact.Id],
        };
        Fact[] said = fact switch
        {
            FactCorrected { Content: var content } => [content],
            FactsIdentified => [.. ids.Select(id => entries.GetValueOrDefault(id)?.Fact).OfType<Fact>()],
            _ => [fact],
        };
        foreach (var link in said.Where(one => one.Polity is not null).SelectMany(one => one.EpisodeLinks()))
        {
            (things.TryGetValue(link.Thing, out var found) ? found : things[link.Thing] = []).AddRange(ids);
        }
    }

    private static List<RecordedFact> ListOf(Dictionary<string, List<RecordedFact>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
