using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Recording;

/// <summary>Fetches the texts of sources for the entries of a batch, which mostly cite the same few: the latest are cached, within
/// bounds.</summary>
public sealed class AvailableTexts(SnapshotStore store)
{
    private const long Memory = 32 * 1024 * 1024;

    private readonly Dictionary<string, IReadOnlyList<SnapshotText>> kept = [];

    /// <summary>The stored texts of sources; null stands for a source that is not archived.</summary>
    public async Task<IReadOnlyList<SnapshotText>> OfAsync(IEnumerable<SourceArchived?> sources, CancellationToken cancellation)
    {
        var found = new List<SnapshotText>();
        foreach (var source in sources.OfType<SourceArchived>().Where(source => source.Snapshots.Count > 0))
        {
            if (!kept.TryGetValue(source.Source, out var texts))
            {
                if (kept.Values.Sum(texts => texts.Sum(text => text.Size)) > Memory)
                {
                    kept.Clear();
                }

                kept[source.Source] = texts = await store.TextsOfAsync(source, cancellation);
            }

            found.AddRange(texts);
        }

        return found;
    }
}
