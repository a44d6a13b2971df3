using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>The right edge of the log's tree, kept in memory between appends.</summary>
public sealed class LogEdge
{
    private volatile Frontier? last;

    /// <summary>Begins to add to the log within a transaction that holds the writers' lock.</summary>
    /// <param name="connection">The connection of the transaction.</param>
    /// <param name="head">The position of the ledger's head, read under the lock. Where another process has moved it the edge is read anew.</param>
    public async Task<LogGrowth> GrowAsync(NpgsqlConnection connection, long head)
    {
        if (last is { } kept && kept.Size == head)
        {
            return new(kept);
        }

        await using var command = connection.CreateCommand();
        return new(await LogNodes.FrontierAsync(command, head, CancellationToken.None));
    }

    /// <summary>Keeps the edge that a committed transaction has left.</summary>
    public void Keep(LogGrowth committed) => last = committed.After;
}
