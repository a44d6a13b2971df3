using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>A streaming replica of the database. It is read from only when it has every position that a query asks for, so that no answer is stale.
/// Positions are dense and replicated in order, so one position implies all below it.</summary>
public sealed class ReadReplica(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>How long a replica that lags is not checked again, in milliseconds.</summary>
    private const int LagPause = 10;

    /// <summary>How long a replica that cannot be used is not checked again, in milliseconds.</summary>
    private const int FailurePause = 1000;

    private long position;
    private long pausedUntil;

    /// <summary>The last position that it is known to have.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>Why it cannot be used at present; null where it can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The replica's connections, if it has a position; otherwise null.</summary>
    /// <param name="through">The last position that is to be read.</param>
    /// <param name="primary">The database that it is to be a replica of.</param>
    /// <param name="cancellation">Cancels the check.</param>
    public async ValueTask<NpgsqlDataSource?> HavingAsync(long through, NpgsqlDataSource primary, CancellationToken cancellation)
    {
        if (Position >= through)
        {
            return source;
        }

        if (Environment.TickCount64 < Interlocked.Read(ref pausedUntil))
        {
            return null;
        }

        Trouble = await CheckAsync(primary, cancellation);
        var has = Position >= through;
        if (!has)
        {
            Interlocked.Exchange(ref pausedUntil, Environment.TickCount64 + (Trouble is null ? LagPause : FailurePause));
        }

        return has ? source : null;
    }

    /// <summary>Discards what is known of it: after an error it may have been replaced.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref position, 0);
        source.Clear();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<string?> CheckAsync(NpgsqlDataSource primary, CancellationToken cancellation)
    {
        try
        {
            var (isStandby, origin, last) = await source.QueryFirstAsync(
                "select pg_is_in_recovery(), (select origin from ledger.log), (select coalesce(max(position), 0) from ledger.positions)",
                [],
                row => (row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2)),
                cancellation
            );
            if (!isStandby)
            {
                // After a promotion it has a history of its own.
                return "it is not a standby";
            }

            if (Position == 0 && await OriginAsync(primary, cancellation) != origin)
            {
                return "it is a standby of another ledger";
            }

            Interlocked.Exchange(ref position, last);
            return null;
        }
        catch (Exception refused) when (DatabaseErrors.IsUnavailable(refused) || refused is PostgresException)
        {
            return refused.Message;
        }
    }

    private static Task<string?> OriginAsync(NpgsqlDataSource primary, CancellationToken cancellation) =>
        primary.QueryFirstAsync("select origin from ledger.log", [], row => row.GetString(0), cancellation);
}
