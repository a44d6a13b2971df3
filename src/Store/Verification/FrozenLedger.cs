using System.Data;
using System.Runtime.CompilerServices;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using Npgsql;

namespace ArtsakhLedger.Verification;

/// <summary>The database at one instant, seen by several connections while others go on appending.</summary>
public sealed class FrozenLedger : IStoredLedger, IAsyncDisposable
{
    private readonly LedgerDatabase database;
    private readonly List<IAsyncDisposable> open = [];
    private string snapshot = "";

    private FrozenLedger(LedgerDatabase database) => this.database = database;

    /// <summary>Takes a snapshot of the database.</summary>
    public static async Task<FrozenLedger> OpenAsync(LedgerDatabase database, CancellationToken cancellation)
    {
        var ledger = new FrozenLedger(database);
        var first = await ledger.BeginAsync(cancellation);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", first);
        ledger.snapshot = (string)(await export.ExecuteScalarAsync(cancellation))!;
        return ledger;
    }

    /// <summary>Opens a further connection to the same snapshot.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = await BeginAsync(cancellation);
        await using var import = new NpgsqlCommand($"set transaction snapshot '{snapshot}'", connection);
        await import.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    public async Task<long> SizeAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select coalesce(max(position), 0) from ledger.positions",
            await ConnectAsync(cancellation)
        );
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public IAsyncEnumerable<(StoredEntry? Entry, StoredBody? Event)> EventsAsync(CancellationToken cancellation) =>
        new StoredEventReader(this).ReadAsync(cancellation);

    public async IAsyncEnumerable<FactRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await ReadAsync(FactTable.SelectAll, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return FactTable.Read(reader);
        }
    }

    public async IAsyncEnumerable<(string Sha256, byte[] Bytes)> SnapshotsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await ReadAsync("select sha256, bytes from ledger.snapshots order by sha256", cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return (reader.GetString(0), await reader.GetFieldValueAsync<byte[]>(1, cancellation));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(open))
        {
            await one.DisposeAsync();
        }
    }

    private async Task<NpgsqlDataReader> ReadAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, await ConnectAsync(cancellation)) { CommandTimeout = 0 };
        return await command.ExecuteReaderAsync(cancellation);
    }

    private async Task<NpgsqlConnection> BeginAsync(CancellationToken cancellation)
    {
        var connection = await database.Service.OpenConnectionAsync(cancellation);
        open.Add(connection);
        // A verification may pause longer between two statements than a request.
        await using (var timeout = new NpgsqlCommand("set idle_in_transaction_session_timeout = 0", connection))
        {
            await timeout.ExecuteNonQueryAsync(cancellation);
        }

        open.Add(await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
        return connection;
    }
}
