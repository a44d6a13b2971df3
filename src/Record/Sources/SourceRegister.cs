using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Sources;

/// <summary>A source as known at some position.</summary>
/// <param name="Source">Its description with every snapshot that was archived since.</param>
/// <param name="Entries">The entries of the record that say so, in force, in the order of record.</param>
/// <param name="LastTouched">The last entry that touched it.</param>
public sealed record KnownSource(SourceArchived Source, IReadOnlyList<RecordedFact> Entries, RecordedFact LastTouched);

/// <summary>The sources as archived up to a position.</summary>
public sealed class SourceRegister
{
    private readonly SortedDictionary<string, KnownSource> sources = new(StringComparer.Ordinal);
    private readonly EntityRegister identities;

    /// <param name="descriptions">The entries that describe and identify entities and sources, as known.</param>
    public SourceRegister(EntityRegister descriptions)
    {
        identities = descriptions;
        var archived = descriptions
            .Descriptions.All.Where(known => known.InForce && known.Content is SnapshotArchived)
            .ToLookup(known => ((SnapshotArchived)known.Content).Source);
        foreach (var known in descriptions.Descriptions.All.Where(known => known.InForce))
        {
            if (known.Content is SourceArchived source)
            {
                sources[source.Source] = Of(known, source, [.. archived[source.Source]]);
            }
        }
    }

    /// <summary>Every source by the id that stays, by id.</summary>
    public IReadOnlyList<KnownSource> All =>
        [.. sources.Where(source => Canonical(source.Key) == source.Key).Select(source => source.Value)];

    /// <summary>The source with this id, or with the one that stays where it was given up; null for an id that no source has.</summary>
    public KnownSource? Find(string id) => sources.GetValueOrDefault(Canonical(id));

    /// <summary>The ids that were given up for one.</summary>
    public IEnumerable<string> MergedInto(string id) => sources.Keys.Where(given => given != id && Canonical(given) == id);

    /// <summary>The id that stays of an id that was perhaps given up for it. An entity may have the same id as a source, so only another source takes its place.</summary>
    public string Canonical(string id) => identities.Canonical(id) is var stays && sources.ContainsKey(stays) ? stays : id;

    private static KnownSource Of(KnownFact known, SourceArchived source, IReadOnlyList<KnownFact> archived)
    {
        var snapshots = source.Snapshots.ToList();
        foreach (var snapshot in archived.Select(entry => ((SnapshotArchived)entry.Content).Snapshot))
        {
            var declared = snapshots.FindIndex(other => other.Sha256 == snapshot.Sha256);
            if (declared < 0)
            {
                snapshots.Add(snapshot);
            }
            else if (snapshots[declared].Passages.Count == 0)
            {
                snapshots[declared] = snapshot;
            }
        }

        return new(
            source with
            {
                Snapshots = snapshots,
            },
            [known.Current, .. archived.Select(entry => entry.Current)],
            archived.Select(entry => entry.LastTouched).Append(known.LastTouched).MaxBy(entry => entry.Position)!
        );
    }
}
