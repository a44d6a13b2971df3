using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Entities;

/// <summary>Reads the entities as known at some time. Directories are cached: the directory at a position never changes.</summary>
public sealed class EntityReader(ILedger ledger) : IDisposable
{
    private readonly SizedCache<int, EntityDirectory> directories = new(limit: 4);

    /// <summary>The directory as known at a position, which is at most the head.</summary>
    public async Task<EntityDirectory> DirectoryAsync(long position, CancellationToken cancellation)
    {
        var descriptions = await ledger.DescriptionsAsync(position, cancellation);
        return directories.GetOrCreate(descriptions.Count, () => new(descriptions));
    }

    public void Dispose() => directories.Dispose();
}
