using ArtsakhLedger.Asking;

namespace ArtsakhLedger.Entities;

/// <summary>Reads the entities as known at some time. Directories are cached: the directory at a position never changes.</summary>
public sealed class EntityReader(ILedger ledger) : IDisposable
{
    /// <summary>The bytes that directories may take together.</summary>
    private const long Limit = 40_000_000;

    /// <summary>Bytes that the names of an entity take in a directory, in all forms that they are found by.</summary>
    private const long SizeOfNames = 2_000;

    private readonly SizedCache<int, EntityDirectory> directories = new(Limit);

    /// <summary>The directory as known at a position, which is at most the head.</summary>
    public async Task<EntityDirectory> DirectoryAsync(long position, CancellationToken cancellation)
    {
        var descriptions = await ledger.DescriptionsAsync(position, cancellation);
        return directories.GetOrCreate(
            descriptions.Count,
            () => new(descriptions),
            EntityRegister.MemorySizeOf(descriptions.Count) + (SizeOfNames * descriptions.Count)
        );
    }

    public void Dispose() => directories.Dispose();
}
