using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using Microsoft.Extensions.Caching.Memory;

namespace ArtsakhLedger.Sources;

/// <summary>The texts of snapshots, which quotes are compared with. They are stored permanently, cached in memory, and never served.</summary>
public sealed class SnapshotStore(LedgerDatabase database) : IDisposable
{
    /// <summary>The maximum size of a snapshot, in bytes: more than a book of a thousand pages.</summary>
    public const int LargestSnapshot = 2 * 1024 * 1024;

    private const long CacheSize = 16 * 1024 * 1024;

    private readonly MemoryCache texts = new(new MemoryCacheOptions { SizeLimit = CacheSize });

    /// <summary>The text with a digest; null where it is not stored.</summary>
    public async Task<SnapshotText?> FindAsync(string sha256, CancellationToken cancellation)
    {
        if (texts.TryGetValue<SnapshotText>(sha256, out var known))
        {
            return known;
        }

        var bytes = await database.Service.QueryFirstAsync(
            "select bytes from ledger.snapshots where sha256 = $1",
            [sha256],
            row => row.GetFieldValue<byte[]>(0),
            cancellation
        );
        return bytes is null ? null : Cache(SnapshotText.Of(bytes));
    }

    /// <summary>The stored texts of a source, in the order of its snapshots.</summary>
    public async Task<IReadOnlyList<SnapshotText>> TextsOfAsync(SourceArchived source, CancellationToken cancellation)
    {
        var found = new List<SnapshotText>();
        foreach (var snapshot in source.Snapshots)
        {
            if (await FindAsync(snapshot.Sha256, cancellation) is { } text)
            {
                found.Add(text);
            }
        }

        return found;
    }

    /// <summary>Stores a text. Storing it again changes nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="author">Who provides it.</param>
    /// <param name="cancellation">Cancels the statement.</param>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> StoreAsync(SnapshotText text, byte[] bytes, Author author, CancellationToken cancellation)
    {
        var stored = await database.Service.ExecuteAsync(
            "insert into ledger.snapshots (sha256, bytes, author) values ($1, $2, $3) on conflict do nothing",
            [text.Sha256, bytes, author.Subject],
            cancellation
        );
        Cache(text);
        return stored > 0;
    }

    public void Dispose() => texts.Dispose();

    private SnapshotText Cache(SnapshotText text) => texts.Set(text.Sha256, text, new MemoryCacheEntryOptions { Size = text.Size });
}
