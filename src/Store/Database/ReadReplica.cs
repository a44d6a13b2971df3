using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>A streaming replica of the database. A read goes there once the replica has everything that it asks for, and to the database itself
/// until then, so that no answer is older than its question: positions are dense and come over in their order, so one that is there implies all below it.</summary>
public sealed class ReadReplica(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>How long a replica that is behind is not asked again; reads need not wait for each other's looks.</summary>
    private const int PauseWhenBehind = 10;

    /// <summary>The same for one that cannot be used.</summary>
    private const int PauseWhenAway = 1000;

    private long position;
    private long leftAloneUntil;

    /// <summary>The last position that it was seen to have; it may have more by now.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>Why it cannot be used right now; null where it can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Where to read up to a position; null where the replica does not have it yet, or cannot be used.</summary>
    /// <param name="through">The last position that is to be read.</param>
    /// <param name="primary">The database that it should be a replica of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<NpgsqlDataSource?> HavingAsync(long through, NpgsqlDataSource primary, CancellationToken cancellation)
    {
        if (Position >= through)
        {
            return source;
        }

        if (Environment.TickCount64 < Interlocked.Read(ref leftAloneUntil))
        {
            return null;
        }

        Trouble = await LookAsync(primary, cancellation);
        var has = Position >= through;
        if (!has)
        {
            Interlocked.Exchange(ref leftAloneUntil, Environment.TickCount64 + (Trouble is null ? PauseWhenBehind : PauseWhenAway));
        }

        return has ? source : null;
    }

    /// <summary>Takes nothing for granted any more: after an error it may have been replaced.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref position, 0);
        source.Clear();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<string?> LookAsync(NpgsqlDataSource primary, CancellationToken cancellation)
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
                // One that was promoted has a history of its own from then on.
                return "it is no standby";
            }

            if (Position == 0 && await OriginAsync(primary, cancellation) != origin)
            {
                return "it is a standby of another ledger";
            }

            Interlocked.Exchange(ref position, last);
            return null;
        }
        catch (Exception refused) when (DatabaseAway.Is(refused) || refused is PostgresException)
        {
            return refused.Message;
        }
    }

    private static Task<string?> OriginAsync(NpgsqlDataSource primary, CancellationToken cancellation) =>
        primary.QueryFirstAsync("select origin from ledger.log", [], row => row.GetString(0), cancellation);
}
