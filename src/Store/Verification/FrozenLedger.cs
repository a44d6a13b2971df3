using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Verification;

/// <summary>The database at one instant, seen by several connections while others go on appending.</summary>
public sealed class FrozenLedger : IStoredLedger, IAsyncDisposable
{
    /// <summary>Each selects the name of a thing that does not fit.</summary>
    private static readonly (string Sql, string Wording)[] Besides =
    [
        (
            "select stream_id from ledger.mt_events where is_archived order by seq_id limit 1",
            "An event of the stream {0} is marked as archived, so that the event store leaves it out; the ledger archives nothing."
        ),
        (
            "select id from ledger.mt_streams where is_archived order by id limit 1",
            "The stream {0} is marked as archived, so that the event store leaves it out; the ledger archives nothing."
        ),
        (
            """
            select coalesce(s.id, e.stream_id)
            from ledger.mt_streams s
            full join (select stream_id, max(version) as version, count(*) as events from ledger.mt_events group by stream_id) e on e.stream_id = s.id
            where s.version is distinct from e.version or e.events is distinct from e.version
            order by 1 limit 1
            """,
            "The event store counts another number of events of the stream {0} than it has."
        ),
        (
            """
            select r.key from ledger.requests r
            where r.facts < 1 or r.ledger_size < r.first_position + r.facts - 1
                or r.ledger_size > (select coalesce(max(position), 0) from ledger.positions)
                or (select count(*) from ledger.positions p
                    where p.position between r.first_position and r.first_position + r.facts - 1 and p.author = r.author) <> r.facts
            order by r.author, r.key limit 1
            """,
            "The request with the key {0} is said to have recorded what its author did not record."
        ),
    ];

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

    public bool HasTexts => true;

    public async Task<Mismatch?> FindMismatchBesideAsync(CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        foreach (var (sql, wording) in Besides)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            if (await command.ExecuteScalarAsync(cancellation) is string found)
            {
                return new(null, null, string.Format(CultureInfo.InvariantCulture, wording, found));
            }
        }

        await using var names = new NpgsqlCommand(
            "select k.vkey, l.origin from ledger.log_keys k left join ledger.log l on true",
            connection
        );
        await using var reader = await names.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (KeyProblem(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)) is { } problem)
            {
                return new(null, null, problem);
            }
        }

        return null;
    }

    private static string? KeyProblem(string key, string? origin)
    {
        try
        {
            return VerifierKey.Parse(key).Name is var name && name != origin
                ? $"The log has the name {origin ?? "none"}, but its key is of {name}: a log keeps the name that it was first served with."
                : null;
        }
        catch (FormatException unreadable)
        {
            return $"A key of the log cannot be read: {unreadable.Message}";
        }
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
