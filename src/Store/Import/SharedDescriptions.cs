using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Import;

/// <summary>Entities and sources belong to no polity, so any batch of a run may use what another one describes. A description moves into the first
/// batch that uses it, the same description twice is one, and two different ones are a problem.</summary>
internal static class SharedDescriptions
{
    /// <summary>The batches with each description in the first batch that uses it.</summary>
    /// <param name="batches">The batches in order.</param>
    /// <param name="problems">Problems are added to this list.</param>
    public static IReadOnlyList<Batch> Arrange(IReadOnlyList<Batch> batches, ICollection<EntryProblem> problems)
    {
        var described = new Dictionary<string, BatchEntry>();
        var repeated = new HashSet<BatchEntry>(ReferenceEqualityComparer.Instance);
        foreach (var entry in batches.SelectMany(batch => batch.Entries).Where(IsDescription))
        {
            if (described.TryAdd(entry.Fact.Id, entry))
            {
                continue;
            }

            repeated.Add(entry);
            if (!IsSame(described[entry.Fact.Id].Fact, entry.Fact))
            {
                problems.Add(entry.Origin.Problem(Different(described[entry.Fact.Id], entry)));
            }
        }

        var placed = new HashSet<string>();
        var arranged = new List<Batch>();
        foreach (var batch in batches)
        {
            var own = batch
                .Entries.Where(entry => !repeated.Contains(entry) && !(IsDescription(entry) && placed.Contains(entry.Fact.Id)))
                .ToList();
            placed.UnionWith(own.Where(IsDescription).Select(entry => entry.Fact.Id));
            var moved = own.Where(entry => !IsDescription(entry))
                .SelectMany(entry => UsedBy(entry.Fact))
                .Where(id => described.ContainsKey(id) && placed.Add(id))
                .Select(id => described[id])
                .ToList();
            arranged.Add(
                batch with
                {
                    Entries =
                    [
                        .. moved.Concat(own).Where(entry => entry.Fact is EntityDescribed),
                        .. moved.Concat(own).Where(entry => entry.Fact is SourceArchived),
                        .. own.Where(entry => !IsDescription(entry)),
                    ],
                }
            );
        }

        return arranged;
    }

    private static bool IsDescription(BatchEntry entry) => entry.Fact is EntityDescribed or SourceArchived;

    private static bool IsSame(Fact one, Fact other) =>
        System.Text.Json.Nodes.JsonNode.DeepEquals(FactJson.ContentOf(one), FactJson.ContentOf(other));

    private static FactProblem Different(BatchEntry first, BatchEntry second)
    {
        var id = second.Fact is EntityDescribed entity ? entity.Entity : ((SourceArchived)second.Fact).Source;
        return new(
            "/id",
            $"'{id}' is described differently at {first.Origin.File}:{first.Origin.LineOf("/id")}; make the two the same, or leave one out"
        );
    }

    /// <summary>The ids of the descriptions that an entry needs.</summary>
    private static IEnumerable<string> UsedBy(Fact fact)
    {
        var content = (fact as FactCorrected)?.Content;
        var entities = new[] { fact, content }
            .OfType<Fact>()
            .SelectMany(one => one.Parties().SelectMany(party => party.Id is { } id ? [id] : party.MayBe).Append(one.Polity))
            .OfType<string>();
        var sources = new[] { fact, content }.OfType<Fact>().SelectMany(one => one.Citations).Select(citation => citation.Source);
        var others = fact switch
        {
            EntitiesIdentified identity => [EntityDescribed.FactIdOf(identity.Entity), EntityDescribed.FactIdOf(identity.SameAs)],
            SnapshotArchived snapshot => [SourceArchived.FactIdOf(snapshot.Source)],
            SourceAssessed assessment => new[] { assessment.Source, assessment.CopyOf }.OfType<string>().Select(SourceArchived.FactIdOf),
            AboutFact about => [about.Target],
            _ => Array.Empty<string>(),
        };
        return entities.Select(EntityDescribed.FactIdOf).Concat(sources.Select(SourceArchived.FactIdOf)).Concat(others);
    }
}
