using ArtsakhLedger.Database;
using Npgsql;
using TransparencyLog;

namespace ArtsakhLedger.Log;

/// <summary>The name and keys of the log, as stored in the database.</summary>
/// <param name="Origin">Its unique name, fixed when the ledger was first served.</param>
/// <param name="Keys">The keys that its checkpoints were signed with, oldest first; the last one is in use.</param>
public sealed record LogIdentity(string Origin, IReadOnlyList<VerifierKey> Keys)
{
    // Names no country, whosever record it is. Ledgers from before this one keep theirs, which their checkpoints are signed under.
    private const string DefaultOrigins = "ledger";

    /// <summary>A new, unique name.</summary>
    public static string NewOrigin() => $"{DefaultOrigins}/{Guid.NewGuid():n}";

    /// <summary>Reads the identity; null where the ledger has not been served yet.</summary>
    /// <exception cref="LogKeyException">A key in the database cannot be read.</exception>
    public static async Task<LogIdentity?> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        try
        {
            return await ReadAnyAsync(database, cancellation);
        }
        catch (FormatException unreadable)
        {
            throw new LogKeyException(
                $"A key of the log cannot be read from the table ledger.log_keys: {unreadable.Message} Restore the table from a backup.",
                unreadable
            );
        }
    }

    private static Task<LogIdentity?> ReadAnyAsync(NpgsqlDataSource database, CancellationToken cancellation) =>
        database.QueryFirstAsync(
            "select origin, array(select vkey from ledger.log_keys order by number) from ledger.log",
            [],
            row => new LogIdentity(row.GetString(0), [.. row.GetFieldValue<string[]>(1).Select(VerifierKey.Parse)]),
            cancellation
        );

    /// <summary>Fixes the origin, unless another service has already done so.</summary>
    public static Task FixOriginAsync(NpgsqlDataSource database, string origin, CancellationToken cancellation) =>
        database.ExecuteAsync("insert into ledger.log (origin) values ($1) on conflict do nothing", [origin], cancellation);

    /// <summary>Adds the next key, unless another service has already done so.</summary>
    public Task AddKeyAsync(NpgsqlDataSource database, VerifierKey key, CancellationToken cancellation) =>
        database.ExecuteAsync(
            "insert into ledger.log_keys (number, vkey) values ($1, $2) on conflict do nothing",
            [Keys.Count + 1, key.ToString()],
            cancellation
        );
}
