using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Sources;

/// <summary>A source as known at a position.</summary>
/// <param name="Source">Its description, with the snapshots archived since.</param>
/// <param name="Entries">The entries in force that describe it, archive its snapshots and assess it, in the order of record.</param>
/// <param name="LastTouched">The last entry that changed it.</param>
/// <param name="IsRetracted">True if the description is retracted: facts may still cite the source, and no new one may.</param>
public sealed record KnownSource(
    SourceArchived Source,
    IReadOnlyList<RecordedFact> Entries,
    RecordedFact LastTouched,
    bool IsRetracted = false
);

/// <summary>The sources as known at a position.</summary>
public sealed class SourceRegister
{
    private readonly SortedDictionary<string, KnownSource> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFact> descriptions = [];
    private readonly Dictionary<string, List<string>> furtherEntries = [];

    /// <summary>The entities of the same entries, among them the parties that sources are close to.</summary>
    public EntityRegister Entities { get; }

    /// <param name="descriptions">The entries that describe and identify entities and sources, as known.</param>
    public SourceRegister(EntityRegister descriptions)
    {
        Entities = descriptions;
        Take(descriptions.Descriptions.All);
    }

    /// <summary>How far each source is relied on.</summary>
    public SourceStandings Standings { get; } = new();

    /// <summary>Every source in order of id, without those merged into another.</summary>
    public IReadOnlyList<KnownSource> All =>
        [.. sources.Where(source => !source.Value.IsRetracted && Canonical(source.Key) == source.Key).Select(source => source.Value)];

    /// <summary>The source with this id, or into which it was merged; null if there is none, or its description is retracted.</summary>
    public KnownSource? Find(string id) => FindRecorded(id) is { IsRetracted: false } source ? source : null;

    /// <summary>The source with this id, or into which it was merged, even if its description is retracted; null if there never was one.</summary>
    public KnownSource? FindRecorded(string id) => sources.GetValueOrDefault(Canonical(id));

    /// <summary>The ids merged into a source.</summary>
    public IEnumerable<string> MergedInto(string id) => sources.Keys.Where(given => given != id && Canonical(given) == id);

    /// <summary>The id of the source into which a source was merged; the id itself if it was not. An entity may have the same id as a source,
    /// so only another source can take its place.</summary>
    public string Canonical(string id) => Entities.Canonical(id) is var remains && sources.ContainsKey(remains) ? remains : id;

    /// <summary>The first snapshot of a source over the positions of the record.</summary>
    public FirstSnapshots FirstSnapshotsOf(string id)
    {
        var entries = descriptions.TryGetValue(id, out var description) ? FurtherEntriesOf(id).Prepend(description).ToList() : [];
        return new([.. entries.SelectMany(PositionsOf).Distinct().Order().Select(position => (position, FirstAt(position)))]);

        IEnumerable<long> PositionsOf(KnownFact known) =>
            known.Changes.SelectMany(change => PositionsOf(Entities.Descriptions.Find(change.Fact.Id)!)).Prepend(known.Recorded.Position);

        string? FirstAt(long position) =>
            entries
                .Select(entry => Entities.Descriptions.FindAt(entry.Recorded.Fact.Id, position))
                .Select(known =>
                    known?.Content switch
                    {
                        SourceArchived { Snapshots: [var first, ..] } => first.Sha256,
                        SnapshotArchived archived when known.InForce => archived.Snapshot.Sha256,
                        _ => null,
                    }
                )
                .FirstOrDefault(digest => digest is not null);
    }

    /// <summary>Takes over what changed in the entries that the register was made of. Only for the owner of an instance that nobody else reads.</summary>
    internal void Take(IEnumerable<KnownFact> changed)
    {
        var affected = new HashSet<string>();
        foreach (var known in changed)
        {
            switch (known.Content)
            {
                case SourceArchived source:
                    descriptions[source.Source] = known;
                    affected.Add(source.Source);
                    break;
                case SnapshotArchived snapshot:
                    AddTo(snapshot.Source, known);
                    break;
                case SourceAssessed assessment:
                    Standings.Take(known);
                    AddTo(assessment.Source, known);
                    break;
            }
        }

        foreach (var source in affected.Where(descriptions.ContainsKey))
        {
            sources[source] = Of(descriptions[source], [.. FurtherEntriesOf(source)]);
        }

        void AddTo(string source, KnownFact known)
        {
            var entries = furtherEntries.TryGetValue(source, out var found) ? found : furtherEntries[source] = [];
            if (!entries.Contains(known.Recorded.Fact.Id))
            {
                entries.Add(known.Recorded.Fact.Id);
            }

            affected.Add(source);
        }
    }

    private IEnumerable<KnownFact> FurtherEntriesOf(string source) =>
        furtherEntries.GetValueOrDefault(source, []).Select(id => Entities.Descriptions.Find(id)!);

    private static KnownSource Of(KnownFact known, IReadOnlyList<KnownFact> further)
    {
        var source = (SourceArchived)known.Content;
        var inForce = further.Where(entry => entry.InForce).ToList();
        var snapshots = source.Snapshots.ToList();
        foreach (var snapshot in inForce.Select(entry => entry.Content).OfType<SnapshotArchived>().Select(archived => archived.Snapshot))
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
            [known.Current, .. inForce.Select(entry => entry.Current)],
            further.Select(entry => entry.LastTouched).Append(known.LastTouched).MaxBy(entry => entry.Position)!,
            IsRetracted: !known.InForce
        );
    }
}
