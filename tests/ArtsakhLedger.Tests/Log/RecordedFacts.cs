using Npgsql;

namespace ArtsakhLedger.Tests.Log;

/// <summary>The ids of the facts that a database holds.</summary>
public static class RecordedFacts
{
    public static async IAsyncEnumerable<string> OfAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select fact from ledger.positions order by position", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return reader.GetString(0);
        }
    }
}
