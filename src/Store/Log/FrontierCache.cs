using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>The right edge of the log's tree, kept in memory between appends.</summary>
internal sealed class FrontierCache
{
    private volatile Frontier? last;

    /// <summary>Begins to extend the log within a transaction that holds the writers' lock.</summary>
    /// <param name="connection">The connection of the transaction.</param>
    /// <param name="head">The position of the ledger's head, read under the lock. Where another process has moved it, the edge is read again.</param>
    public async Task<LogGrowth> GrowAsync(NpgsqlConnection connection, long head)
    {
        if (last is { } kept && kept.Size == head)
        {
            return new(kept);
        }

        // Without a token: callers that share the transaction must not cancel it for each other.
        await using var command = connection.CreateCommand();
        return new(await LogNodes.FrontierAsync(command, head, CancellationToken.None));
    }

    /// <summary>Keeps the edge after a committed transaction.</summary>
    public void Keep(LogGrowth committed) => last = committed.After;
}
