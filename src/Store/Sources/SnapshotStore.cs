using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using Microsoft.Extensions.Caching.Memory;

namespace ArtsakhLedger.Sources;

/// <summary>The texts of snapshots, to check quotes against. They are stored for ever, kept in memory within bounds, and never served.</summary>
public sealed class SnapshotStore(LedgerDatabase database) : IDisposable
{
    /// <summary>The largest snapshot, in bytes: a book of a thousand pages has fewer.</summary>
    public const int LargestSnapshot = 2 * 1024 * 1024;

    private const long Memory = 16 * 1024 * 1024;

    private readonly MemoryCache texts = new(new MemoryCacheOptions { SizeLimit = Memory });

    /// <summary>The text with this digest; null where nobody has stored it.</summary>
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

    /// <summary>The texts of a source's snapshots that are stored, in the order of the snapshots.</summary>
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
    /// <param name="author">Who brings it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True where it was not stored before.</returns>
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
