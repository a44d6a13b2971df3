using System.Collections.Concurrent;
using ArtsakhLedger.Database;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>
/// Keeps up with the ledger's head for everybody who asks. Positions are dense and visible in their order, so a head that is seen implies all
/// below it. One question at a time goes to the database; those that wait when it starts share its answer, later ones wait for the next:
/// nobody gets an answer that is older than his question.
/// </summary>
public sealed class NewestPositions(LedgerDatabase database)
{
    private readonly Lock turn = new();
    private readonly ConcurrentDictionary<string, long> touched = new();
    private TaskCompletionSource<Head>? waiting;
    private bool asking;
    private long described;
    private volatile Head seen = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>The head as it was last seen; it may have moved on since.</summary>
    public Head Seen => seen;

    /// <summary>The newest entry right now.</summary>
    public Task<Head> AskAsync(CancellationToken cancellation)
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
                current.SetResult(await LookAsync());
            }
            catch (Exception refused)
            {
                current.SetException(refused);
            }
        }
    }

    private async Task<Head> LookAsync()
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

            // The first look sees the newest entry alone, and entities may have been described right before it.
            if (polity is null || seen.Position == 0)
            {
                Volatile.Write(ref described, last.Position);
            }
        }

        return seen = last;
    }
}
