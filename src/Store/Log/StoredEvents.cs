using ArtsakhLedger.Database;

namespace ArtsakhLedger.Log;

/// <summary>An event as Marten stores it.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Body">Its body, as the database writes the JSON.</param>
public sealed record StoredEvent(long Position, RecordedBy Author, string Body);

/// <summary>Reads events as they are stored, without interpreting them.</summary>
public sealed class StoredEvents(LedgerDatabase database)
{
    /// <summary>The event of a fact at or before a position; null where the ledger does not have it.</summary>
    public async Task<StoredEvent?> OfFactAsync(string fact, long through, CancellationToken cancellation)
    {
        var source = await database.SourceForAsync(through, cancellation);
        return await source.QueryFirstAsync(
            """
            select p.position, p.author, p.author_name, e.data::text
            from ledger.positions p, convert_from(p.leaf, 'UTF8') content, ledger.mt_events e
            where p.fact = $1 and p.position <= $2
              -- The event store has an index on these two and none on the id.
              and e.stream_id = content::jsonb ->> 'stream' and e.version = (content::jsonb ->> 'version')::bigint and e.id = p.event_id
            """,
            [fact, through],
            row => new StoredEvent(row.GetInt64(0), new(row.GetString(1), row.GetString(2)), row.GetString(3)),
            cancellation
        );
    }
}
