using Npgsql;

namespace ArtsakhLedger.Database;

/// <summary>Runs single statements with positional parameters.</summary>
internal static class Queries
{
    /// <summary>The rows of a query.</summary>
    /// <param name="source">The database.</param>
    /// <param name="sql">The query.</param>
    /// <param name="parameters">The values of <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static async Task<List<T>> QueryAsync<T>(
        this NpgsqlDataSource source,
        string sql,
        IEnumerable<object> parameters,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation
    )
    {
        await using var command = source.CreateCommand(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row of a query; the default where there is none.</summary>
    /// <inheritdoc cref="QueryAsync" path="/param"/>
    public static async Task<T?> QueryFirstAsync<T>(
        this NpgsqlDataSource source,
        string sql,
        IEnumerable<object> parameters,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation
    )
    {
        await using var command = source.CreateCommand(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? read(reader) : default;
    }

    /// <summary>Executes a statement that returns nothing.</summary>
    /// <returns>The number of rows that it wrote.</returns>
    /// <inheritdoc cref="QueryAsync" path="/param"/>
    public static async Task<int> ExecuteAsync(
        this NpgsqlDataSource source,
        string sql,
        IEnumerable<object> parameters,
        CancellationToken cancellation
    )
    {
        await using var command = source.CreateCommand(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlCommand CreateCommand(this NpgsqlDataSource source, string sql, IEnumerable<object> parameters)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in parameters)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
