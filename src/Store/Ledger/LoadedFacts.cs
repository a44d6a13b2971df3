using ArtsakhLedger.Database;

namespace ArtsakhLedger.Ledger;

/// <summary>The facts that meet a condition, kept in memory up to a position and added to as the ledger grows.</summary>
/// <param name="condition">The condition in SQL; <c>f</c> is <c>ledger.facts</c>.</param>
/// <param name="parameters">The values of <c>$2</c> and so on.</param>
internal sealed class LoadedFacts(string condition, params IReadOnlyList<object> parameters)
{
    private readonly SemaphoreSlim loading = new(1);
    private volatile Loaded current = new(0, []);

    /// <summary>All facts that are loaded.</summary>
    public RecordedFact[] All => current.Facts;

    /// <summary>About how many bytes of memory they take.</summary>
    public long MemorySize => current.Facts.Sum(fact => (long)fact.MemorySize);

    /// <summary>The position that they are loaded up to.</summary>
    public long Position => current.Position;

    /// <summary>The loaded facts up to a position.</summary>
    public IReadOnlyList<RecordedFact> UpTo(long position) => current.UpTo(position);

    /// <summary>The facts up to a position; loads those that are missing.</summary>
    public async Task<IReadOnlyList<RecordedFact>> LoadUpToAsync(LedgerDatabase database, long through, CancellationToken cancellation)
    {
        if (current.Position < through)
        {
            await loading.WaitAsync(cancellation);
            try
            {
                if (current.Position < through)
                {
                    var source = await database.SourceForAsync(through, cancellation);
                    var facts = await source.QueryFactsAsync(condition, [current.Position, .. parameters], cancellation);
                    var last = facts.Count == 0 ? through : Math.Max(through, facts[^1].Position);
                    current = new(last, [.. current.Facts, .. facts]);
                }
            }
            finally
            {
                loading.Release();
            }
        }

        return current.UpTo(through);
    }

    private sealed record Loaded(long Position, RecordedFact[] Facts)
    {
        public IReadOnlyList<RecordedFact> UpTo(long position) =>
            Facts.Length == 0 || Facts[^1].Position <= position
                ? Facts
                : new ArraySegment<RecordedFact>(Facts, 0, Array.FindIndex(Facts, fact => fact.Position > position));
    }
}
