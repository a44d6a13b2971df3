using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Database;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Log;
using ArtsakhLedger.Telemetry;
using Marten;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Ledger;

/// <summary>Appends facts. Each gets a position and a record time in the event's own transaction, under a lock that is taken before the head is
/// read, so that positions are dense and in commit order across all writers and nodes. Concurrent callers share a transaction; a proposal
/// that is stale or cannot be written fails alone.</summary>
public sealed class Appender(LedgerDatabase database, IDocumentStore store, TimeProvider clock)
{
    /// <summary>How often a decision is made before others are said to contend for what it rests on.</summary>
    private const int MaxAttempts = 8;

    /// <summary>The number of entries from which they are written in bulk.</summary>
    private const int BulkThreshold = 100;

    /// <summary>How long a group waits for as many callers as the previous one had: shorter than a commit, longer than a caller needs to come back.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMicroseconds(300);

    private readonly FactSerializer serializer = (FactSerializer)store.Options.Serializer();
    private readonly ConcurrentQueue<Waiting> queue = new();
    private int writing;
    private readonly FrontierCache edge = new();
    private int lastGroup;

    /// <summary>Decides what to append and appends it; decides again for as long as what the decision rests on changes in between.</summary>
    /// <param name="decide">Decides, on the state of the record; returns null where nothing is to be appended. Its argument is false the first time
    /// and true when it has to decide again.</param>
    /// <param name="cancellation">Cancels the append before it has begun.</param>
    /// <returns>What was appended; null where nothing was to be.</returns>
    /// <exception cref="ContendedException">Every decision was stale before it could be appended.</exception>
    /// <inheritdoc cref="AppendAsync" path="/exception"/>
    public async Task<Appended?> DecideAndAppendAsync(Func<bool, Task<Proposal?>> decide, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                return await decide(attempt > 1) is { } proposal ? await AppendAsync(proposal, cancellation) : null;
            }
            catch (StaleProposalException)
            {
                // Decided again.
            }
        }

        throw new ContendedException();
    }

    /// <summary>Appends all facts of a proposal or none.</summary>
    /// <exception cref="StaleProposalException">What the proposal rests on has changed since it was decided.</exception>
    /// <exception cref="RepeatedFactException">A fact repeats one that is recorded.</exception>
    /// <exception cref="RequestInProgressException">The same request is being appended by another node.</exception>
    /// <exception cref="CanonicalJsonException">A fact has a value that cannot be stored exactly.</exception>
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

    /// <summary>Writes group after group until the queue is empty.</summary>
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

            // A caller that enqueued just before that saw a writer at work and left its entry to it.
        } while (!queue.IsEmpty && Interlocked.CompareExchange(ref writing, 1, 0) == 0);
    }

    /// <summary>The bodies of facts, computed before the lock is taken; those of many on all processors.</summary>
    private IReadOnlyList<EventBody> BodiesOf(IReadOnlyList<Fact> facts)
    {
        if (facts.Count < BulkThreshold)
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

    private EventBody BodyOf(Fact fact)
    {
        var json = serializer.Remember(fact);
        return new(json, CanonicalJson.CanonicalizeStrict(Encoding.UTF8.GetBytes(json)));
    }

    private async Task<IReadOnlyList<Waiting>> NextGroupAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (queue.Count < lastGroup && Stopwatch.GetElapsedTime(since) < MaxWait)
        {
            await Task.Yield();
        }

        var group = new List<Waiting>();
        while (group.Count < LedgerDatabase.MaxGroupSize && queue.TryDequeue(out var next))
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
        catch (Exception refused) when (group.Count > 1 && !DatabaseErrors.IsUnavailable(refused))
        {
            // One of them cannot be written, and the whole group was rolled back; only that one is to fail.
            foreach (var one in group)
            {
                await WriteAsync([one]);
            }
        }
        catch (Exception refused)
        {
            if (refused is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "requests" })
            {
                refused = new RequestInProgressException(refused);
            }

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
            // Npgsql only says that the connection is not open.
            throw new NpgsqlException("The connection to the database was lost.", lost);
        }
    }

    private async Task CommitAsync(NpgsqlConnection connection, IReadOnlyList<Waiting> group)
    {
        using var trace = LedgerTelemetry.Traces.StartActivity("append");
        await using var transaction = await connection.BeginTransactionAsync();
        var asked = Stopwatch.GetTimestamp();
        var said = group.SelectMany(one => RepetitionCheck.SaidBy(one.Proposal)).ToList();
        var areFew = said.Count is > 0 and < BulkThreshold;
        var (head, touched, streams, alike) = await LockedHead.TakeAsync(
            connection,
            [.. group.Select(one => one.Proposal)],
            areFew ? Repetitions.CommandFor(said, serializer.ToJson) : null
        );
        var repetitions = new RepetitionCheck(
            areFew ? await Repetitions.KnownAsync(connection, alike)
            : head.Position > 0 && said.Count > 0 ? await Repetitions.AmongManyAsync(connection, said)
            : []
        );
        var locked = Stopwatch.GetTimestamp();
        var before = head.Position;
        var describedAnew = false;
        var existing = streams.Keys.ToHashSet();
        var log = await edge.GrowAsync(connection, head.Position);

        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
        var entries = new List<NewEntry>();
        var outcomes = new List<(Waiting One, IReadOnlyList<RecordedFact> Recorded)>(group.Count);
        foreach (var one in group)
        {
            if (one.Proposal.IsStale(touched) || describedAnew)
            {
                one.Outcome.TrySetException(new StaleProposalException());
                continue;
            }

            if (repetitions.Find(one.Proposal) is { } repeated)
            {
                one.Outcome.TrySetException(new RepeatedFactException(repeated));
                continue;
            }

            var recorded = new List<RecordedFact>(one.Proposal.Facts.Count);
            foreach (var (fact, body) in one.Proposal.Facts.Zip(one.Bodies))
            {
                head = new(head.Position + 1, NextTime(head.RecordedAt, clock.GetUtcNow()));
                var entry = new RecordedFact(head.Position, head.RecordedAt, one.Proposal.Author, one.Proposal.Batch, fact);
                entries.Add(EntryOf(session, entry, body, log, streams));
                recorded.Add(entry);
                touched[fact.Id] = head.Position;
                foreach (var other in Touching.By(fact))
                {
                    touched[other] = head.Position;
                }

                if (fact is AboutFact about)
                {
                    touched[about.Target] = head.Position;
                    // What it touches besides depends on what it is about: whatever follows is decided again.
                    describedAnew |= fact.Polity is null;
                }
            }

            if (group.Count > 1)
            {
                repetitions.Add(one.Proposal);
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
            if (entries.Count < BulkThreshold)
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
        foreach (var entry in entries)
        {
            if (entry.Version == 1)
            {
                // Saves Marten a query for the stream's version.
                session.Events.StartStream(entry.Stream, entry.Event);
            }
            else
            {
                session.Events.Append(entry.Stream, entry.Event);
            }
        }

        PositionTable.QueueInsert(session, entries);
    }

    /// <summary>The current time, but at least a microsecond after the last one, which is the precision of PostgreSQL.</summary>
    private static DateTimeOffset NextTime(DateTimeOffset last, DateTimeOffset now)
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
