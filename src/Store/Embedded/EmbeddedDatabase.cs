using Npgsql;

namespace ArtsakhLedger.Embedded;

/// <summary>The database of the embedded server. Its owner, the superuser, has the same name.</summary>
internal static class EmbeddedDatabase
{
    public const string Name = "ledger";
    private const int Port = 5432;

    public static string SocketIn(string folder) => Path.Combine(folder, $".s.PGSQL.{Port}");

    public static string ConnectionString(string socketFolder, string database = Name) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Port = Port,
            Username = Name,
            Database = database,
            // Otherwise PGOPTIONS of whoever starts the program would count, such as a default of read-only transactions.
            Options = "-c default_transaction_read_only=off",
        }.ConnectionString;

    /// <summary>The options of the server. It only listens on a socket, which the permissions of its folder protect.</summary>
    public static string Options(string socketFolder) =>
        string.Join(
            ' ',
            "-c listen_addresses=",
            $"-c port={Port}",
            $"-c unix_socket_directories={socketFolder}",
            "-c timezone=UTC",
            "-c log_timezone=UTC",
            "-c log_checkpoints=off"
        );

    public static async Task CreateIfMissingAsync(string socketFolder, CancellationToken ct)
    {
        try
        {
            await using var ledger = await OpenAsync(socketFolder, Name, ct);
        }
        catch (PostgresException e) when (string.Equals(e.SqlState, PostgresErrorCodes.InvalidCatalogName, StringComparison.Ordinal))
        {
            await using var server = await OpenAsync(socketFolder, "postgres", ct);
            await using var create = new NpgsqlCommand($"create database {Name}", server);
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    public static async Task<bool> AnswersAsync(string socketFolder, CancellationToken ct)
    {
        try
        {
            await using var ledger = await OpenAsync(socketFolder, Name, ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string socketFolder, string database, CancellationToken ct)
    {
        // Nothing is read, so no types are needed.
        var connection = new NpgsqlConnection(
            ConnectionString(socketFolder, database) + ";Pooling=false;Server Compatibility Mode=NoTypeLoading"
        );
        await connection.OpenAsync(ct);
        return connection;
    }
}
