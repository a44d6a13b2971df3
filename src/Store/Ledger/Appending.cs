using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Log;
using ArtsakhLedger.Telemetry;
using Marten;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Ledger;

/// <summary>Appends facts: each gets a position and a record time in the event's own transaction, under a lock that is taken
/// before the head is read, so that positions are dense and in commit order over all writers and nodes (DESIGN, section 3).
/// Callers that wait for one another share a transaction; a proposal that is stale, or cannot be written, fails alone.</summary>
public sealed class Appending(LedgerDatabase database, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The advisory lock of every writer; the number is arbitrary and fixed for ever.</summary>
    private const long WriteLock = 0x4172_7473_616B_684C;

    /// <summary>How many proposals share a transaction at most.</summary>
    internal const int LargestGroup = LedgerDatabase.LargestGroup;

    /// <summary>From so many entries on they are written in bulk.</summary>
    private const int LeastInBulk = 100;

    /// <summary>How long a group waits for as many callers as the last one had: shorter than a commit, longer than their way back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(300);

    private readonly ConcurrentQueue<Waiting> queue = new();
    private int writing;
    private readonly LogEdge edge = new();
    private int lastGroup;

    /// <summary>Appends all facts of a proposal or none.</summary>
    /// <exception cref="StaleProposalException">What it rests on was touched since it was decided.</exception>
    /// <exception cref="CanonicalJsonException">A fact says something that cannot be kept exactly.</exception>
    public async Task<Appended> AppendAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        if (proposal.Facts.Count == 0)
        {
            return new([], proposal.DecidedAt);
        }

        var mine = new Waiting(proposal, BodiesOf(proposal.Facts), cancellation);
        queue.Enqueue(mine);
        if (Interlocked.CompareExchange(ref writing, 1, 0) == 0)
        {
            _ = WriteAllAsync();
        }

        return await mine.Outcome.Task;
    }

    /// <summary>Writes for all who wait, and goes on until nobody does.</summary>
    private async Task WriteAllAsync()
    {
        await Task.Yield();
        do
        {
            while (!queue.IsEmpty)
            {
                await WriteAsync(await NextGroupAsync());
            }

            Volatile.Write(ref writing, 0);

            // Whoever came in just before that saw somebody writing.
        } while (!queue.IsEmpty && Interlocked.CompareExchange(ref writing, 1, 0) == 0);
    }

    /// <summary>The bodies of facts, worked out before the lock is taken; those of many on all processors.</summary>
    private IReadOnlyList<EventBody> BodiesOf(IReadOnlyList<Fact> facts)
    {
        if (facts.Count < LeastInBulk)
        {
            return [.. facts.Select(BodyOf)];
        }

        try
        {
            return [.. facts.AsParallel().AsOrdered().Select(BodyOf)];
        }
        catch (AggregateException refused)
        {
            ExceptionDispatchInfo.Throw(refused.InnerExceptions[0]);
            throw;
        }
    }

    /// <summary>What the store will hold of a fact, and how the log digests it.</summary>
    private EventBody BodyOf(Fact fact)
    {
        var json = store.Options.Serializer().ToJson(fact);
        return new(json, CanonicalJson.OfExact(Encoding.UTF8.GetBytes(json)));
    }

    private async Task<IReadOnlyList<Waiting>> NextGroupAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (queue.Count < lastGroup && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Yield();
        }

        var group = new List<Waiting>();
        while (group.Count < LargestGroup && queue.TryDequeue(out var next))
        {
            if (next.Cancellation.IsCancellationRequested)
            {
                next.Outcome.TrySetCanceled(next.Cancellation);
            }
            else
            {
                group.Add(next);
            }
        }

        lastGroup = group.Count;
        return group;
    }

    private async Task WriteAsync(IReadOnlyList<Waiting> group)
    {
        try
        {
            await CommitAsync(group);
        }
        catch (Exception refused) when (group.Count > 1 && !DatabaseAway.Is(refused))
        {
            // Rolled back as a whole: one of them cannot be written, and only that one shall fail.
            foreach (var one in group)
            {
                await WriteAsync([one]);
            }
        }
        catch (Exception refused)
        {
            foreach (var one in group)
            {
                one.Outcome.TrySetException(refused);
            }
        }
    }

    private async Task CommitAsync(IReadOnlyList<Waiting> group)
    {
        await using var connection = await database.Writer.OpenConnectionAsync();
        try
        {
            await CommitAsync(connection, group);
        }
        catch (InvalidOperationException lost) when (connection.State != ConnectionState.Open)
        {
            // Who uses a connection that broke in between is told that it is not open, as if it never had been.
            throw new NpgsqlException("The connection to the database was lost.", lost);
        }
    }

    private async Task CommitAsync(NpgsqlConnection connection, IReadOnlyList<Waiting> group)
    {
        using var trace = LedgerTelemetry.Traces.StartActivity("append");
        await using var transaction = await connection.BeginTransactionAsync();
        var asked = Stopwatch.GetTimestamp();
        var (head, touched, streams) = await LockAndLookAsync(connection, [.. group.Select(one => one.Proposal)]);
        var locked = Stopwatch.GetTimestamp();
        var before = head.Position;
        var existing = streams.Keys.ToHashSet();
        var log = await edge.GrowAsync(connection, head.Position);

        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
        var entries = new List<NewEntry>();
        var outcomes = new List<(Waiting One, IReadOnlyList<RecordedFact> Recorded)>(group.Count);
        foreach (var one in group)
        {
            if (one.Proposal.IsStale(touched))
            {
                one.Outcome.TrySetException(new StaleProposalException());
                continue;
            }

            var recorded = new List<RecordedFact>(one.Proposal.Facts.Count);
            foreach (var (fact, body) in one.Proposal.Facts.Zip(one.Bodies))
            {
                head = new(head.Position + 1, Later(head.RecordedAt, clock.GetUtcNow()));
                var entry = new RecordedFact(head.Position, head.RecordedAt, one.Proposal.Author, one.Proposal.Batch, fact);
                entries.Add(EntryOf(session, entry, body, log, streams));
                recorded.Add(entry);
                touched[fact.Id] = head.Position;
                if (fact is AboutFact about)
                {
                    touched[about.Target] = head.Position;
                }
            }

            outcomes.Add((one, recorded));
        }

        foreach (var (one, recorded) in outcomes)
        {
            if (one.Proposal.Key is { } key)
            {
                session.QueueSqlCommand(
                    "insert into ledger.requests (author, key, fingerprint, first_position, facts, ledger_size) values (?, ?, ?, ?, ?, ?)",
                    one.Proposal.Author.Subject,
                    key.Key,
                    key.Fingerprint,
                    recorded[0].Position,
                    recorded.Count,
                    head.Position
                );
            }
        }

        if (outcomes.Count > 0)
        {
            if (entries.Count < LeastInBulk)
            {
                Queue(session, entries);
            }
            else
            {
                await BulkWriter.WriteAsync(connection, entries, existing, session);
            }

            await session.SaveChangesAsync();
            await transaction.CommitAsync();
            edge.Keep(log);
            LedgerTelemetry.Committed(
                trace,
                group.Count,
                head.Position,
                head.Position - before,
                Stopwatch.GetElapsedTime(asked, locked),
                Stopwatch.GetElapsedTime(locked)
            );
        }

        foreach (var (one, recorded) in outcomes)
        {
            one.Outcome.TrySetResult(new(recorded, head.Position) { Log = log });
        }
    }

    private static NewEntry EntryOf(
        IDocumentSession session,
        RecordedFact recorded,
        EventBody body,
        LogGrowth log,
        Dictionary<string, long> streams
    )
    {
        var stream = recorded.Fact.StreamName();
        var version = streams[stream] = streams.GetValueOrDefault(stream) + 1;
        var @event = session.Events.BuildEvent(recorded.Fact);
        @event.Id = Guid.CreateVersion7(recorded.RecordedAt);
        @event.Timestamp = recorded.RecordedAt;
        @event.UserName = recorded.Author.Subject;
        @event.SetHeader(EventStore.PositionHeader, recorded.Position);
        return new(recorded, @event, body.Json, stream, version, log.Add(recorded, stream, version, @event.EventTypeName, body.Canonical));
    }

    private static void Queue(IDocumentSession session, IReadOnlyList<NewEntry> entries)
    {
        var rows = new PositionRows();
        foreach (var entry in entries)
        {
            if (entry.Version == 1)
            {
                // Said to begin, a stream is not looked for first.
                session.Events.StartStream(entry.Stream, entry.Event);
            }
            else
            {
                session.Events.Append(entry.Stream, entry.Event);
            }

            rows.Add(entry.Recorded, entry.Event.Id, entry.Log);
        }

        rows.Queue(session);
    }

    /// <summary>Takes the lock, then reads the head, where the entries stand that the decisions rest on and when they were last touched, and how long the streams are:
    /// one round trip.</summary>
    private static async Task<(Head Head, Dictionary<string, long> Touched, Dictionary<string, long> Streams)> LockAndLookAsync(
        NpgsqlConnection connection,
        IReadOnlyList<Proposal> proposals
    )
    {
        var ids = proposals.SelectMany(proposal => proposal.RestsOn).Distinct().ToArray();
        var names = proposals.SelectMany(proposal => proposal.Facts).Select(fact => fact.StreamName()).Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = WriteLock } } },
                new("select position, recorded_at from ledger.positions order by position desc limit 1"),
                new(
                    """
                    select fact, position from ledger.positions where fact = any($2)
                    union all
                    select target, position from ledger.positions where position > $1 and target = any($2)
                    """
                )
                {
                    Parameters =
                    {
                        new() { Value = proposals.Min(proposal => proposal.DecidedAt) },
                        new() { Value = ids },
                    },
                },
                new("select id, version from ledger.mt_streams where id = any($1)") { Parameters = { new() { Value = names } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var head = await reader.ReadAsync()
            ? new Head(reader.GetInt64(0), await reader.GetFieldValueAsync<DateTimeOffset>(1))
            : new Head(0, DateTimeOffset.UnixEpoch);
        await reader.NextResultAsync();
        var touched = new Dictionary<string, long>();
        while (await reader.ReadAsync())
        {
            var id = reader.GetString(0);
            touched[id] = Math.Max(touched.GetValueOrDefault(id), reader.GetInt64(1));
        }

        await reader.NextResultAsync();
        var streams = new Dictionary<string, long>();
        while (await reader.ReadAsync())
        {
            streams[reader.GetString(0)] = reader.GetInt64(1);
        }

        return (head, touched, streams);
    }

    /// <summary>Strictly later than the last one, by a microsecond at least: PostgreSQL keeps no finer time.</summary>
    private static DateTimeOffset Later(DateTimeOffset last, DateTimeOffset now)
    {
        var next = last.AddMicroseconds(1);
        var clock = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return clock > next ? clock : next;
    }

    private sealed record Waiting(Proposal Proposal, IReadOnlyList<EventBody> Bodies, CancellationToken Cancellation)
    {
        public TaskCompletionSource<Appended> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
