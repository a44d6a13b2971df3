using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Checks;

/// <summary>What an entry of a batch may refer to: the part of the record that the batch needs, and the batch's earlier entries.</summary>
public sealed class RecordSoFar
{
    private static readonly Author BatchAuthor = Author.From("batch", null);

    private readonly Dictionary<string, RecordedFact> entries = [];
    private readonly Dictionary<string, List<RecordedFact>> about = [];
    private readonly Dictionary<string, List<RecordedFact>> polities = [];
    private readonly List<RecordedFact> descriptions = [];
    private readonly Dictionary<string, IReadOnlyList<Episode>> episodes = [];
    private (EntityRegister Entities, SourceRegister Sources)? registers;
    private long position;

    /// <summary>Adds an entry that is already recorded; must be called in the order of record.</summary>
    public void Add(RecordedFact entry)
    {
        var fact = entry.Fact;
        if (!entries.TryAdd(fact.Id, entry))
        {
            return;
        }

        position = entry.Position;
        if (fact is AboutFact { Target: var target })
        {
            ListOf(about, target).Add(entry);
        }

        if (fact.Polity is null)
        {
            descriptions.Add(entry);
            registers = null;
            episodes.Clear();
        }
        else
        {
            ListOf(polities, fact.Polity).Add(entry);
            if (fact is not ClaimPreferred) // a preference changes no episode
            {
                episodes.Remove(fact.Polity);
            }
        }
    }

    /// <summary>Adds the next entry of the batch.</summary>
    public void Add(Fact fact) => Add(new RecordedFact(position + 1, default, BatchAuthor, null, fact));

    /// <summary>Whether an id is that of an entry that belongs to no polity: a description of an entity or source, or an entry about one.</summary>
    public bool BelongsToNoPolity(string id) => entries.TryGetValue(id, out var entry) && entry.Fact.Polity is null;

    /// <summary>The source with this id as known to the next entry; null if it is not archived.</summary>
    public SourceArchived? Source(string id) => Known().Sources.Find(id)?.Source;

    /// <summary>What is known to the next entry.</summary>
    /// <param name="fact">The entry.</param>
    /// <param name="texts">The available texts of the sources that it cites.</param>
    public KnownRecord KnownTo(Fact fact, IReadOnlyList<SnapshotText> texts)
    {
        var (entities, sources) = Known();
        return new(entities, sources, FactsAround(fact), EpisodeOf(fact, entities), texts);
    }

    private (EntityRegister Entities, SourceRegister Sources) Known()
    {
        if (registers is null)
        {
            var entities = new EntityRegister([.. descriptions]);
            registers = (entities, new(entities));
        }

        return registers.Value;
    }

    /// <summary>The entries that a fact is about, with all entries about those; also the entry that the content of a correction is about.</summary>
    private FactsAsKnown FactsAround(Fact fact)
    {
        var found = new Dictionary<string, RecordedFact>();
        Find((fact as AboutFact)?.Target);
        Find((fact as FactsIdentified)?.Same);
        Find(((fact as FactCorrected)?.Content as AboutFact)?.Target);
        foreach (var id in (fact as DisagreementNoted)?.Facts ?? [])
        {
            Find(id);
        }

        return new([.. found.Values.OrderBy(entry => entry.Position)]);

        void Find(string? id)
        {
            if (id is not null && entries.TryGetValue(id, out var entry) && found.TryAdd(id, entry))
            {
                foreach (var opinion in about.GetValueOrDefault(id, []))
                {
                    Find(opinion.Fact.Id);
                }
            }
        }
    }

    private Episode? EpisodeOf(Fact fact, EntityRegister entities)
    {
        if ((fact as ClaimPreferred ?? (fact as FactCorrected)?.Content as ClaimPreferred) is not { Polity: { } polity } preference)
        {
            return null;
        }

        if (!episodes.TryGetValue(polity, out var folded))
        {
            episodes[polity] = folded = Episode.Fold(new FactsAsKnown([.. ListOf(polities, polity)]), entities);
        }

        return folded.FirstOrDefault(episode => episode.Id == preference.Episode);
    }

    private static List<RecordedFact> ListOf(Dictionary<string, List<RecordedFact>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
