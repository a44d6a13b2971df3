using System.Runtime.CompilerServices;
using ArtsakhLedger.Ledger;
using Npgsql;

namespace ArtsakhLedger.Verification;

/// <summary>Reads positions and events in parallel, each table once and in its own order. The two orders may differ within a transaction, so events
/// that come before their position wait.</summary>
internal sealed class StoredEventReader(FrozenLedger ledger)
{
    /// <summary>How many events may wait before events are looked up one by one.</summary>
    private const int MaxWaiting = 100_000;

    private const string EventColumns = "e.id, e.headers ->> 'position', e.stream_id, e.version, e.type, e.timestamp, e.user_name, e.data";

    private readonly Dictionary<Guid, StoredBody> waiting = [];

    /// <summary>All positions, each with its event, or null where it is missing; then events without a position.</summary>
    public async IAsyncEnumerable<(StoredEntry? Entry, StoredBody? Event)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var positions = await EntriesAsync(cancellation);
        await using var events = new NpgsqlCommand(
            $"select {EventColumns} from ledger.mt_events e order by e.seq_id",
            await ledger.ConnectAsync(cancellation)
        )
        {
            CommandTimeout = 0,
        };
        await using var eventRows = await events.ExecuteReaderAsync(cancellation);
        var lookUp = await ledger.ConnectAsync(cancellation);
        await using var rows = await positions.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var entry = PositionTable.Read(rows);
            StoredBody? found;
            while (!waiting.Remove(entry.EventId, out found) && waiting.Count < MaxWaiting && await eventRows.ReadAsync(cancellation))
            {
                var next = BodyOf(eventRows);
                if (next.Id == entry.EventId)
                {
                    found = next;
                    break;
                }

                waiting.TryAdd(next.Id, next);
            }

            yield return (entry, found ?? (waiting.Count < MaxWaiting ? null : await FindAsync(lookUp, entry, cancellation)));
        }

        foreach (var extra in waiting.Values)
        {
            yield return (null, extra);
        }

        while (await eventRows.ReadAsync(cancellation))
        {
            yield return (null, BodyOf(eventRows));
        }
    }

    private async Task<NpgsqlCommand> EntriesAsync(CancellationToken cancellation) =>
        new(PositionTable.SelectAll, await ledger.ConnectAsync(cancellation)) { CommandTimeout = 0 };

    /// <summary>Finds the event of a position by stream and version, for which there is an index.</summary>
    private static async Task<StoredBody?> FindAsync(NpgsqlConnection connection, StoredEntry entry, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {EventColumns} from ledger.mt_events e, (select convert_from($1, 'UTF8')::jsonb as content) leaf
            where e.stream_id = content ->> 'stream' and e.version = (content ->> 'version')::bigint and e.id = $2
            """,
            connection
        );
        command.Parameters.Add(new() { Value = entry.Log.Leaf });
        command.Parameters.Add(new() { Value = entry.EventId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? BodyOf(reader) : null;
    }

    private static StoredBody BodyOf(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.IsDBNull(1) ? null : row.GetString(1),
            row.GetString(2),
            row.GetInt64(3),
            row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetFieldValue<byte[]>(7)
        );
}
