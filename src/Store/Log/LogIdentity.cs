using ArtsakhLedger.Database;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>Who the log is, as the database has it.</summary>
/// <param name="Origin">Its unique name, fixed when the ledger was first served.</param>
/// <param name="Keys">The verifier keys that have signed its checkpoints, in their order; the last one signs now.</param>
public sealed record LogIdentity(string Origin, IReadOnlyList<VerifierKey> Keys)
{
    private const string DefaultOrigins = "artsakh-ledger";

    /// <summary>A name that no other ledger has.</summary>
    public static string NewOrigin() => $"{DefaultOrigins}/{Guid.NewGuid():n}";

    /// <summary>Reads it; null where the ledger has not been served yet.</summary>
    public static Task<LogIdentity?> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation) =>
        database.QueryFirstAsync(
            "select origin, array(select vkey from ledger.log_keys order by number) from ledger.log",
            [],
            row => new LogIdentity(row.GetString(0), [.. row.GetFieldValue<string[]>(1).Select(VerifierKey.Parse)]),
            cancellation
        );

    /// <summary>Fixes the origin, where another service has not done so first.</summary>
    public static Task FixOriginAsync(NpgsqlDataSource database, string origin, CancellationToken cancellation) =>
        database.ExecuteAsync("insert into ledger.log (origin) values ($1) on conflict do nothing", [origin], cancellation);

    /// <summary>Adds a key as the next one, where another service has not done so first.</summary>
    public Task AddKeyAsync(NpgsqlDataSource database, VerifierKey key, CancellationToken cancellation) =>
        database.ExecuteAsync(
            "insert into ledger.log_keys (number, vkey) values ($1, $2) on conflict do nothing",
            [Keys.Count + 1, key.ToString()],
            cancellation
        );
}
