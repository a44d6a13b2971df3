using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Writes many entries within a transaction with COPY, several times as fast as a Marten session. Nothing else writes Marten's tables
/// directly; the rows are those that a session would write.</summary>
internal static class BulkWriter
{
    private static readonly Table<KeyValuePair<string, long>> Streams = new(
        "ledger.mt_streams",
        new Column<KeyValuePair<string, long>, string>("id", "varchar", stream => stream.Key),
        new Column<KeyValuePair<string, long>, long>("version", "bigint", stream => stream.Value)
    );

    /// <summary>Writes entries, under the writers' lock.</summary>
    /// <param name="connection">A connection within the transaction.</param>
    /// <param name="entries">The entries in the order of their positions.</param>
    /// <param name="existing">Those of their streams that exist already.</param>
    /// <param name="session">A session of the store, which is not saved.</param>
    public static async Task WriteAsync(
        NpgsqlConnection connection,
        IReadOnlyList<NewEntry> entries,
        IReadOnlySet<string> existing,
        IDocumentSession session
    )
    {
        var streams = new Dictionary<string, long>();
        foreach (var entry in entries)
        {
            streams[entry.Stream] = entry.Version;
        }

        await Streams.CopyAsync(connection, streams.Where(stream => !existing.Contains(stream.Key)));
        await UpdateVersionsAsync(connection, [.. streams.Where(stream => existing.Contains(stream.Key))]);
        await EventsOf(session).CopyAsync(connection, entries.Zip(await NextSequenceNumbersAsync(connection, entries.Count)));
        await PositionTable.CopyAsync(connection, entries);
        await FactTable.CopyAsync(
            connection,
            entries.Select(entry => FactRow.Of(entry.Recorded.Position, entry.Event.EventTypeName, entry.Recorded.Fact, entry.Json))
        );
    }

    private static Table<(NewEntry Entry, long Number)> EventsOf(IDocumentSession session)
    {
        return new(
            "ledger.mt_events",
            Column("seq_id", "bigint", row => row.Number),
            Column("id", "uuid", row => row.Entry.Event.Id),
            Column("stream_id", "varchar", row => row.Entry.Stream),
            Column("version", "bigint", row => row.Entry.Version),
            Column("data", "jsonb", row => row.Entry.Json),
            Column("type", "varchar", row => row.Entry.Event.EventTypeName),
            Column("timestamp", "timestamptz", row => row.Entry.Event.Timestamp),
            Column("mt_dotnet_type", "varchar", row => row.Entry.Event.DotNetTypeName),
            Column("correlation_id", "varchar", _ => session.CorrelationId),
            Column("causation_id", "varchar", _ => session.CausationId),
            Column("headers", "jsonb", row => $$"""{"{{EventStore.PositionHeader}}": {{row.Entry.Recorded.Position}}}"""),
            Column("user_name", "varchar", row => row.Entry.Event.UserName)
        );

        static Column<(NewEntry Entry, long Number)> Column<T>(string name, string type, Func<(NewEntry Entry, long Number), T> value) =>
            new Column<(NewEntry Entry, long Number), T>(name, type, value);
    }

    private static async Task UpdateVersionsAsync(NpgsqlConnection connection, IReadOnlyList<KeyValuePair<string, long>> streams)
    {
        await using var command = new NpgsqlCommand(
            "update ledger.mt_streams s set version = longer.version from unnest($1, $2) longer (id, version) where s.id = longer.id",
            connection
        );
        command.Parameters.Add(new() { Value = streams.Select(stream => stream.Key).ToArray() });
        command.Parameters.Add(new() { Value = streams.Select(stream => stream.Value).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<long>> NextSequenceNumbersAsync(NpgsqlConnection connection, int count)
    {
        await using var command = new NpgsqlCommand("select nextval('ledger.mt_events_sequence') from generate_series(1, $1)", connection);
        command.Parameters.Add(new() { Value = count });
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<long>(count);
        while (await reader.ReadAsync())
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }
}
