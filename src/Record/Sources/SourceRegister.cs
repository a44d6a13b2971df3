using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Sources;

/// <summary>A source as known at a position.</summary>
/// <param name="Source">Its description, with the snapshots archived since.</param>
/// <param name="Entries">The entries in force that describe it, in the order of record.</param>
/// <param name="LastTouched">The last entry that changed it.</param>
public sealed record KnownSource(SourceArchived Source, IReadOnlyList<RecordedFact> Entries, RecordedFact LastTouched);

/// <summary>The sources as known at a position.</summary>
public sealed class SourceRegister
{
    private readonly SortedDictionary<string, KnownSource> sources = new(StringComparer.Ordinal);
    private readonly EntityRegister identities;

    /// <param name="descriptions">The entries that describe and identify entities and sources, as known.</param>
    public SourceRegister(EntityRegister descriptions)
    {
        identities = descriptions;
        Standings = new(descriptions.Descriptions);
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

    /// <summary>How far each source is relied on.</summary>
    public SourceStandings Standings { get; }

    /// <summary>Every source in order of id, without those merged into another.</summary>
    public IReadOnlyList<KnownSource> All =>
        [.. sources.Where(source => Canonical(source.Key) == source.Key).Select(source => source.Value)];

    /// <summary>The source with this id, or into which it was merged; null if there is none.</summary>
    public KnownSource? Find(string id) => sources.GetValueOrDefault(Canonical(id));

    /// <summary>The ids merged into a source.</summary>
    public IEnumerable<string> MergedInto(string id) => sources.Keys.Where(given => given != id && Canonical(given) == id);

    /// <summary>The id of the source into which a source was merged; the id itself if it was not. An entity may have the same id as a source,
    /// so only another source can take its place.</summary>
    public string Canonical(string id) => identities.Canonical(id) is var remains && sources.ContainsKey(remains) ? remains : id;

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
