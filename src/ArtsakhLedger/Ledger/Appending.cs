using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using JasperFx.Events;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace ArtsakhLedger.Ledger;

/// <summary>A fact as it stands in the ledger.</summary>
/// <param name="Position">Its place in the order of record: 1, 2, 3 …, dense.</param>
/// <param name="RecordedAt">When the ledger learnt it, in UTC, strictly increasing with the position.</param>
/// <param name="Author">Who recorded it.</param>
/// <param name="Batch">The batch that it came with, as <c>{polity}/{name}</c>; null for what came over HTTP.</param>
/// <param name="Fact">What was recorded.</param>
public sealed record RecordedFact(long Position, DateTimeOffset RecordedAt, Author Author, string? Batch, Fact Fact);

/// <summary>Appends facts: each gets a position and a record time in the event's own transaction, under a lock that is taken
/// before the head is read, so that positions are dense and in commit order over all writers and nodes (DESIGN, section 3).</summary>
public sealed class Appending(LedgerDatabase database, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The advisory lock of every writer; the number is arbitrary and fixed for ever.</summary>
    private const long WriteLock = 0x4172_7473_616B_684C;

    /// <summary>Appends all of the facts or none.</summary>
    /// <param name="facts">The facts, in order.</param>
    /// <param name="author">Who records them; permanent and public.</param>
    /// <param name="batch">The batch that they come with.</param>
    /// <param name="unlessRecorded">Looks at what is recorded once the lock is held and tells which of the facts are still to be appended.</param>
    /// <param name="cancellation">Gives up and appends nothing.</param>
    public async Task<IReadOnlyList<RecordedFact>> AppendAsync(
        IReadOnlyList<Fact> facts,
        Author author,
        string? batch,
        Func<NpgsqlConnection, Task<IReadOnlyList<Fact>>>? unlessRecorded = null,
        CancellationToken cancellation = default)
    {
        await using var connection = await database.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var takeLock = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction))
        {
            takeLock.Parameters.Add(new() { Value = WriteLock });
            await takeLock.ExecuteNonQueryAsync(cancellation);
        }

        var toAppend = unlessRecorded is null ? facts : await unlessRecorded(connection);
        if (toAppend.Count == 0)
        {
            return [];
        }

        var (position, recordedAt) = await HeadAsync(connection, cancellation);
        var recorded = new List<RecordedFact>(toAppend.Count);
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
        session.LastModifiedBy = author.Subject;
        var events = new List<IEvent>(toAppend.Count);
        foreach (var fact in toAppend)
        {
            recordedAt = Later(recordedAt, clock.GetUtcNow());
            recorded.Add(new(++position, recordedAt, author, batch, fact));
            var @event = session.Events.BuildEvent(fact);
            @event.Id = Guid.CreateVersion7(recordedAt);
            @event.Timestamp = recordedAt;
            @event.SetHeader(EventStore.PositionHeader, position);
            session.Events.Append(fact.StreamName(), @event);
            events.Add(@event);
        }

        await session.SaveChangesAsync(cancellation);
        await WritePositionsAsync(connection, recorded, events, cancellation);
        await transaction.CommitAsync(cancellation);
        return recorded;
    }

    /// <summary>Strictly later than the last one, by a microsecond at least: PostgreSQL keeps no finer time.</summary>
    private static DateTimeOffset Later(DateTimeOffset last, DateTimeOffset now)
    {
        var next = last.AddMicroseconds(1);
        var clock = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return clock > next ? clock : next;
    }

    private static async Task<(long Position, DateTimeOffset RecordedAt)> HeadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select position, recorded_at from ledger.positions order by position desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, cancellation))
            : (0, DateTimeOffset.UnixEpoch);
    }

    private static async Task WritePositionsAsync(
        NpgsqlConnection connection, List<RecordedFact> recorded, List<IEvent> events, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy ledger.positions (position, event_id, recorded_at, author, author_name, fact, target, polity, batch) from stdin (format binary)", cancellation);
        foreach (var (row, @event) in recorded.Zip(events))
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(row.Position, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(@event.Id, NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(row.RecordedAt, NpgsqlDbType.TimestampTz, cancellation);
            await copy.WriteAsync(row.Author.Subject, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(row.Author.Name, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(row.Fact.Id, NpgsqlDbType.Text, cancellation);
            await WriteOrNullAsync(copy, (row.Fact as AboutFact)?.Target, cancellation);
            await WriteOrNullAsync(copy, row.Fact.Polity, cancellation);
            await WriteOrNullAsync(copy, row.Batch, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static Task WriteOrNullAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellation) =>
        text is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
}
