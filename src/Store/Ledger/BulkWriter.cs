using ArtsakhLedger.Corrections;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace ArtsakhLedger.Ledger;

/// <summary>Writes many entries within a transaction by COPY, several times as fast as a session of Marten's. This is the only place that writes Marten's tables
/// itself, and its rows are those that a session would have written.</summary>
internal static class BulkWriter
{
    /// <summary>Writes entries, under the writers' lock.</summary>
    /// <param name="connection">A connection within the transaction.</param>
    /// <param name="entries">The entries in the order of their positions.</param>
    /// <param name="existing">The streams that are there already, among those that the entries are appended to.</param>
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

        await CreateAsync(connection, streams.Where(stream => !existing.Contains(stream.Key)));
        await LengthenAsync(connection, [.. streams.Where(stream => existing.Contains(stream.Key))]);
        await WriteEventsAsync(connection, entries, session);
        await WritePositionsAsync(connection, entries);
        await WriteRowsAsync(connection, entries);
    }

    private static async Task CreateAsync(NpgsqlConnection connection, IEnumerable<KeyValuePair<string, long>> streams)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy ledger.mt_streams (id, version) from stdin (format binary)");
        foreach (var (id, version) in streams)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(id, NpgsqlDbType.Varchar);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint);
        }

        await copy.CompleteAsync();
    }

    private static async Task LengthenAsync(NpgsqlConnection connection, IReadOnlyList<KeyValuePair<string, long>> streams)
    {
        await using var command = new NpgsqlCommand(
            "update ledger.mt_streams s set version = longer.version from unnest($1, $2) longer (id, version) where s.id = longer.id",
            connection
        );
        command.Parameters.Add(new() { Value = streams.Select(stream => stream.Key).ToArray() });
        command.Parameters.Add(new() { Value = streams.Select(stream => stream.Value).ToArray() });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WriteEventsAsync(NpgsqlConnection connection, IReadOnlyList<NewEntry> entries, IDocumentSession session)
    {
        var numbers = await NumbersAsync(connection, entries.Count);
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers, user_name)
            from stdin (format binary)
            """
        );
        foreach (var (entry, number) in entries.Zip(numbers))
        {
            var @event = entry.Event;
            await copy.StartRowAsync();
            await copy.WriteAsync(number, NpgsqlDbType.Bigint);
            await copy.WriteAsync(@event.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(entry.Stream, NpgsqlDbType.Varchar);
            await copy.WriteAsync(entry.Version, NpgsqlDbType.Bigint);
            await copy.WriteAsync(entry.Json, NpgsqlDbType.Jsonb);
            await copy.WriteAsync(@event.EventTypeName, NpgsqlDbType.Varchar);
            await copy.WriteAsync(@event.Timestamp, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(@event.DotNetTypeName, NpgsqlDbType.Varchar);
            await WriteAsync(copy, session.CorrelationId, NpgsqlDbType.Varchar);
            await WriteAsync(copy, session.CausationId, NpgsqlDbType.Varchar);
            await copy.WriteAsync($$"""{"{{EventStore.PositionHeader}}": {{entry.Recorded.Position}}}""", NpgsqlDbType.Jsonb);
            await WriteAsync(copy, @event.UserName, NpgsqlDbType.Varchar);
        }

        await copy.CompleteAsync();
    }

    /// <summary>The next numbers of the store's own sequence.</summary>
    private static async Task<List<long>> NumbersAsync(NpgsqlConnection connection, int count)
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

    private static async Task WritePositionsAsync(NpgsqlConnection connection, IReadOnlyList<NewEntry> entries)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy ledger.positions (position, event_id, recorded_at, author, author_name, fact, target, polity, batch, leaf, salt, nodes) from stdin (format binary)"
        );
        foreach (var entry in entries)
        {
            var recorded = entry.Recorded;
            await copy.StartRowAsync();
            await copy.WriteAsync(recorded.Position, NpgsqlDbType.Bigint);
            await copy.WriteAsync(entry.Event.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(recorded.RecordedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(recorded.Author.Subject, NpgsqlDbType.Text);
            await copy.WriteAsync(recorded.Author.Name, NpgsqlDbType.Text);
            await copy.WriteAsync(recorded.Fact.Id, NpgsqlDbType.Text);
            await WriteAsync(copy, (recorded.Fact as AboutFact)?.Target, NpgsqlDbType.Text);
            await WriteAsync(copy, recorded.Fact.Polity, NpgsqlDbType.Text);
            await WriteAsync(copy, recorded.Batch, NpgsqlDbType.Text);
            await copy.WriteAsync(entry.Log.Leaf, NpgsqlDbType.Bytea);
            await copy.WriteAsync(entry.Log.Salt, NpgsqlDbType.Bytea);
            await copy.WriteAsync(entry.Log.Nodes, NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync();
    }

    private static async Task WriteRowsAsync(NpgsqlConnection connection, IReadOnlyList<NewEntry> entries)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy ledger.facts (position, fact, type, polity, episodes, names, earliest, latest, body) from stdin (format binary)"
        );
        foreach (var entry in entries)
        {
            var row = FactRow.Of(entry.Recorded.Position, entry.Event.EventTypeName, entry.Recorded.Fact);
            await copy.StartRowAsync();
            await copy.WriteAsync(row.Position, NpgsqlDbType.Bigint);
            await copy.WriteAsync(row.Fact, NpgsqlDbType.Text);
            await copy.WriteAsync(row.Type, NpgsqlDbType.Text);
            await WriteAsync(copy, row.Polity, NpgsqlDbType.Text);
            await copy.WriteAsync(row.Episodes.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
            await copy.WriteAsync(row.Names.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
            await WriteAsync(copy, row.Earliest, NpgsqlDbType.Bigint);
            await WriteAsync(copy, row.Latest, NpgsqlDbType.Bigint);
            await copy.WriteAsync(row.Body, NpgsqlDbType.Jsonb);
        }

        await copy.CompleteAsync();
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type) =>
        value is null ? copy.WriteNullAsync() : copy.WriteAsync(value, type);
}
