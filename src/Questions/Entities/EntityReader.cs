using Microsoft.Extensions.Caching.Memory;

namespace ArtsakhLedger.Entities;

/// <summary>Finds the entities as known at some time. The directory of a position is kept, since it can never change.</summary>
public sealed class EntityReader(ILedger ledger) : IDisposable
{
    private readonly MemoryCache directories = new(new MemoryCacheOptions { SizeLimit = 4 });

    /// <summary>The directory as known at a position that is not beyond the head.</summary>
    public async Task<EntityDirectory> DirectoryAsync(long position, CancellationToken cancellation)
    {
        var descriptions = await ledger.DescriptionsAsync(position, cancellation);
        return directories.GetOrCreate(
            descriptions.Count,
            entry =>
            {
                entry.Size = 1;
                return new EntityDirectory(descriptions);
            }
        )!;
    }

    public void Dispose() => directories.Dispose();
}
