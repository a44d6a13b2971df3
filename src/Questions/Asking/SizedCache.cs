using Microsoft.Extensions.Caching.Memory;

namespace ArtsakhLedger.Asking;

/// <summary>Caches values that never change, the least recently used of which are evicted first.</summary>
/// <param name="limit">The maximum total size, in units that the caller chooses.</param>
internal sealed class SizedCache<TKey, TValue>(long limit) : IDisposable
    where TKey : notnull
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = limit });

    /// <param name="key">The key of the value.</param>
    /// <param name="create">Creates the value if it is not cached.</param>
    /// <param name="size">The size of the value. One larger than half the limit counts as half, so that it can be cached too.</param>
    /// <param name="expiresAfter">How long an unused value stays; null if only the limit counts.</param>
    public TValue GetOrCreate(TKey key, Func<TValue> create, long size = 1, TimeSpan? expiresAfter = null) =>
        cache.GetOrCreate(
            key,
            entry =>
            {
                entry.Size = Math.Min(size, limit / 2);
                entry.SlidingExpiration = expiresAfter;
                return create();
            }
        )!;

    public void Dispose() => cache.Dispose();
}
