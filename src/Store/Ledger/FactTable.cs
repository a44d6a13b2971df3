using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>The table <c>ledger.facts</c>: the read model.</summary>
internal static class FactTable
{
    public const string Name = "ledger.facts";

    private static readonly Table<FactRow> Table = new(
        Name,
        Column("position", "bigint", row => row.Position),
        Column("fact", "text", row => row.Fact),
        Column("type", "text", row => row.Type),
        Column("polity", "text", row => row.Polity),
        Column("episodes", "text[]", row => row.Episodes.ToArray()),
        Column("names", "text[]", row => row.Names.ToArray()),
        Column("earliest", "bigint", row => row.Earliest),
        Column("latest", "bigint", row => row.Latest),
        Column("body", "jsonb", row => row.Body)
    );

    /// <summary>Selects all rows in order, for <see cref="Read"/>.</summary>
    public static string SelectAll => $"{Table.Select} order by position";

    /// <summary>Inserts a row together with what else a session saves.</summary>
    public static void QueueInsert(IDocumentOperations session, FactRow row) => session.QueueSqlCommand(Table.Insert, Table.ValuesOf(row));

    /// <summary>Inserts many rows with COPY.</summary>
    public static Task CopyAsync(NpgsqlConnection connection, IEnumerable<FactRow> rows) => Table.CopyAsync(connection, rows);

    /// <summary>Reads a row.</summary>
    public static FactRow Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : row.GetString(3),
            row.GetFieldValue<string[]>(4),
            row.GetFieldValue<string[]>(5),
            row.IsDBNull(6) ? null : row.GetInt64(6),
            row.IsDBNull(7) ? null : row.GetInt64(7),
            row.GetString(8)
        );

    private static Column<FactRow> Column<T>(string name, string type, Func<FactRow, T> value) => new Column<FactRow, T>(name, type, value);
}
