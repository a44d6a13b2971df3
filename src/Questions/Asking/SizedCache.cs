using Microsoft.Extensions.Caching.Memory;

namespace ArtsakhLedger.Asking;

/// <summary>Caches values that never change, the least recently used of which are evicted first.</summary>
/// <param name="limit">The maximum total size, in units that the caller chooses.</param>
internal sealed class SizedCache<TKey, TValue>(long limit) : IDisposable
    where TKey : notnull
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = limit });

    /// <summary>The value; nothing where it is not cached.</summary>
    public TValue? Find(TKey key) => cache.TryGetValue(key, out TValue? value) ? value : default;

    /// <param name="key">What identifies the value.</param>
    /// <param name="create">Creates the value where it is not cached.</param>
    /// <param name="size">About how many bytes the value takes. One larger than half the limit counts as half, so that it is cached too.</param>
    /// <param name="expiresAfter">How long a value stays that is not asked for; null to let only the limit decide.</param>
    public TValue GetOrCreate(TKey key, Func<TValue> create, long size, TimeSpan? expiresAfter = null) =>
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
