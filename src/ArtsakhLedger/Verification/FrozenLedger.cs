using System.Data;
using ArtsakhLedger.Ledger;
using Npgsql;

namespace ArtsakhLedger.Verification;

/// <summary>The database at one instant, over several connections at once, however much is appended meanwhile.</summary>
public sealed class FrozenLedger : IAsyncDisposable
{
    private readonly LedgerDatabase database;
    private readonly List<IAsyncDisposable> open = [];
    private string snapshot = "";

    private FrozenLedger(LedgerDatabase database) => this.database = database;

    public static async Task<FrozenLedger> OpenAsync(LedgerDatabase database, CancellationToken cancellation)
    {
        var ledger = new FrozenLedger(database);
        var first = await ledger.BeginAsync(cancellation);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", first);
        ledger.snapshot = (string)(await export.ExecuteScalarAsync(cancellation))!;
        return ledger;
    }

    /// <summary>A further connection that sees the same.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = await BeginAsync(cancellation);
        await using var import = new NpgsqlCommand($"set transaction snapshot '{snapshot}'", connection);
        await import.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(open))
        {
            await one.DisposeAsync();
        }
    }

    private async Task<NpgsqlConnection> BeginAsync(CancellationToken cancellation)
    {
        var connection = await database.Service.OpenConnectionAsync(cancellation);
        open.Add(connection);
        // A verification may take longer between two statements than a request may.
        await using (var patience = new NpgsqlCommand("set idle_in_transaction_session_timeout = 0", connection))
        {
            await patience.ExecuteNonQueryAsync(cancellation);
        }

        open.Add(await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
        return connection;
    }
}
