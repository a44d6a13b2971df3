using System.Text.Json;
using ArtsakhLedger.Database;
using ArtsakhLedger.Vocabulary;
using Microsoft.Extensions.Caching.Memory;

namespace ArtsakhLedger.Notifications;

/// <summary>The events of the feed as they are sent, in pages. A full page can never change: recently used ones are cached, and concurrent
/// requests for a page share one read.</summary>
public sealed class FeedPages(LedgerDatabase database) : IDisposable
{
    /// <summary>How many positions a page has.</summary>
    public const int Size = 500;

    /// <summary>The bytes that the pages that are kept may take.</summary>
    private const long Room = 12_000_000;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly Lock turn = new();

    /// <summary>The page that a position is in.</summary>
    public static long PageOf(long position) => (position - 1) / Size;

    /// <summary>Reads a full page.</summary>
    public async Task<IReadOnlyList<byte[]>> FullPageAsync(long page)
    {
        Task<IReadOnlyList<byte[]>> reading;
        var isNew = false;
        lock (turn)
        {
            reading = pages.GetOrCreate(
                page,
                entry =>
                {
                    (entry.Size, isNew) = (1, true);
                    return ReadAsync(page * Size, (page + 1) * Size);
                }
            )!;
        }

        try
        {
            var events = await reading;
            if (isNew)
            {
                _ = pages.Set(page, reading, new MemoryCacheEntryOptions { Size = events.Sum(one => one.Length + 50L) });
            }

            return events;
        }
        catch
        {
            pages.Remove(page);
            throw;
        }
    }

    /// <summary>Reads the events after one position up to another, which is at most the head.</summary>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(long after, long through)
    {
        await using var command = database.Service.CreateCommand(
            """
            select position, recorded_at, fact, convert_from(leaf, 'UTF8')::jsonb ->> 'type', polity, batch, target
            from ledger.positions where position > $1 and position <= $2 order by position
            """
        );
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = through });
        await using var reader = await command.ExecuteReaderAsync();
        var events = new List<byte[]>((int)(through - after));
        while (await reader.ReadAsync())
        {
            var (position, fact) = (reader.GetInt64(0), reader.GetString(2));
            events.Add(
                EventOf(
                    new(
                        fact,
                        reader.GetString(3),
                        position,
                        await reader.GetFieldValueAsync<DateTimeOffset>(1),
                        await reader.IsDBNullAsync(4) ? null : reader.GetString(4),
                        await reader.IsDBNullAsync(5) ? null : reader.GetString(5),
                        $"/facts/{fact}",
                        await reader.IsDBNullAsync(6) ? null : $"/facts/{reader.GetString(6)}",
                        $"/facts/{fact}/proof"
                    )
                )
            );
        }

        return events;
    }

    public void Dispose() => pages.Dispose();

    /// <summary>Formats a server-sent event (WHATWG HTML, section 9.2); JSON has no line breaks.</summary>
    private static byte[] EventOf(FeedItem item)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(item, FactJson.Options);
        return [.. "id: "u8, .. System.Text.Encoding.ASCII.GetBytes($"{item.Position}"), .. "\ndata: "u8, .. data, .. "\n\n"u8];
    }
}
