using System.Collections.Concurrent;
using ArtsakhLedger.Database;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Follows the ledger's head. Positions are dense and become visible in order, so a visible head implies all positions below it. One query runs
/// at a time: callers that wait when it starts share its answer and later ones wait for the next, so no answer is older than its question.</summary>
internal sealed class HeadTracker(LedgerDatabase database)
{
    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<string, long> touched = new();
    private TaskCompletionSource<Head>? waiting;
    private bool asking;
    private long described;
    private volatile Head seen = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>The newest entry as it was last seen; it may have moved on since.</summary>
    public Head Seen => seen;

    /// <summary>Reads the newest entry.</summary>
    public Task<Head> ReadAsync(CancellationToken cancellation)
    {
        Task<Head> answer;
        var begin = false;
        lock (turn)
        {
            waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            answer = waiting.Task;
            (begin, asking) = (!asking, true);
        }

        if (begin)
        {
            _ = AnswerAllAsync();
        }

        return answer.WaitAsync(cancellation);
    }

    /// <summary>Whether something about a polity is known to have come after a position that was the head once.</summary>
    public bool Touched(string polity, long after) => touched.TryGetValue(polity, out var last) && last > after;

    /// <summary>Whether some entity is known to have been described after a position that was the head once.</summary>
    public bool Described(long after) => Volatile.Read(ref described) > after;

    private async Task AnswerAllAsync()
    {
        while (true)
        {
            TaskCompletionSource<Head> current;
            lock (turn)
            {
                if (waiting is null)
                {
                    asking = false;
                    return;
                }

                (current, waiting) = (waiting, null);
            }

            try
            {
                current.SetResult(await QueryAsync());
            }
            catch (Exception refused)
            {
                current.SetException(refused);
            }
        }
    }

    // Without a token, since several callers wait for the answer.
    private async Task<Head> QueryAsync()
    {
        var last = seen;
        await using var command = database.Service.CreateCommand(
            last.Position == 0
                ? "select position, recorded_at, polity from ledger.positions order by position desc limit 1"
                : "select position, recorded_at, polity from ledger.positions where position > $1 order by position"
        );
        if (last.Position > 0)
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last.Position });
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            last = new(reader.GetInt64(0), await reader.GetFieldValueAsync<DateTimeOffset>(1));
            var polity = await reader.IsDBNullAsync(2) ? null : reader.GetString(2);
            if (polity is not null)
            {
                touched[polity] = last.Position;
            }

            // The first query only reads the newest entry; entities may have been described right before it.
            if (polity is null || seen.Position == 0)
            {
                Volatile.Write(ref described, last.Position);
            }
        }

        return seen = last;
    }
}
