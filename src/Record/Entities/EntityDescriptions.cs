using ArtsakhLedger.Corrections;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Entities;

/// <summary>The entries that describe entities, and say how far sources are relied on, by entity and source.</summary>
public sealed class EntityDescriptions
{
    private readonly Dictionary<string, List<RecordedFact>> byEntity = [];
    private readonly List<(long Position, string[] Entities)> inOrder = [];

    public EntityDescriptions(IReadOnlyList<RecordedFact> entries)
    {
        Count = entries.Count;
        var about = new Dictionary<string, string[]>();
        foreach (var entry in entries)
        {
            string[] entities = entry.Fact switch
            {
                AboutFact { Target: var target } => about.GetValueOrDefault(target) ?? [],
                var described => [.. described.Describes()],
            };
            if (entry.Fact is FactCorrected { Content: var content })
            {
                entities = [.. entities.Union(content.Describes())];
            }

            about[entry.Fact.Id] = entities;
            inOrder.Add((entry.Position, entities));
            foreach (var entity in entities)
            {
                if (!byEntity.TryGetValue(entity, out var found))
                {
                    byEntity[entity] = found = [];
                }

                found.Add(entry);
            }
        }
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Every entry on which the names of some entities depend, in the order of record: those about them, and about the entities that
    /// they are the same as.</summary>
    public IReadOnlyList<RecordedFact> Of(IEnumerable<string> entities)
    {
        var found = new SortedDictionary<long, RecordedFact>();
        var seen = new HashSet<string>();
        var toVisit = new Stack<string>(entities);
        while (toVisit.TryPop(out var entity))
        {
            if (!seen.Add(entity) || !byEntity.TryGetValue(entity, out var entries))
            {
                continue;
            }

            foreach (var entry in entries)
            {
                if (found.TryAdd(entry.Position, entry))
                {
                    foreach (var other in DescribedBy(entry))
                    {
                        toVisit.Push(other);
                    }
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The entities that were described after a position.</summary>
    public IEnumerable<string> DescribedAfter(long position)
    {
        for (var i = inOrder.Count - 1; i >= 0 && inOrder[i].Position > position; i--)
        {
            foreach (var entity in inOrder[i].Entities)
            {
                yield return entity;
            }
        }
    }

    /// <summary>Some entities, and all others on which their names depend.</summary>
    public IEnumerable<string> NamesOf(IEnumerable<string> entities) => Of(entities).SelectMany(DescribedBy).Union(entities);

    private static IEnumerable<string> DescribedBy(RecordedFact entry) =>
        (entry.Fact is FactCorrected { Content: var content } ? content : entry.Fact).Describes();
}
