using ArtsakhLedger.Corrections;
using ArtsakhLedger.Log;
using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>The table <c>ledger.positions</c>: a row for each entry.</summary>
internal static class PositionTable
{
    private static readonly Table<NewEntry> Table = new(
        "ledger.positions",
        Column("position", "bigint", entry => entry.Recorded.Position),
        Column("event_id", "uuid", entry => entry.Event.Id),
        Column("recorded_at", "timestamptz", entry => entry.Recorded.RecordedAt),
        Column("author", "text", entry => entry.Recorded.Author.Subject),
        Column("author_name", "text", entry => entry.Recorded.Author.Name),
        Column("fact", "text", entry => entry.Recorded.Fact.Id),
        Column("target", "text", entry => (entry.Recorded.Fact as AboutFact)?.Target),
        Column("polity", "text", entry => entry.Recorded.Fact.Polity),
        Column("batch", "text", entry => entry.Recorded.Batch),
        Column("leaf", "bytea", entry => entry.Log.Leaf),
        Column("salt", "bytea", entry => entry.Log.Salt),
        Column("nodes", "bytea", entry => entry.Log.Nodes)
    );

    /// <summary>Selects all rows in order, for <see cref="Read"/>.</summary>
    public static string SelectAll => $"{Table.Select} order by position";

    /// <summary>Inserts entries together with what else a session saves.</summary>
    public static void QueueInsert(IDocumentSession session, IReadOnlyList<NewEntry> entries)
    {
        if (entries.Count > 0)
        {
            session.QueueSqlCommand(Table.InsertArrays, Table.ArraysOf(entries));
        }
    }

    /// <summary>Inserts many entries with COPY.</summary>
    public static Task CopyAsync(NpgsqlConnection connection, IEnumerable<NewEntry> entries) => Table.CopyAsync(connection, entries);

    /// <summary>Reads a row.</summary>
    public static StoredEntry Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetGuid(1),
            row.GetFieldValue<DateTimeOffset>(2),
            new(row.GetString(3), row.GetString(4)),
            row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.IsDBNull(7) ? null : row.GetString(7),
            row.IsDBNull(8) ? null : row.GetString(8),
            new LogRow(row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10), row.GetFieldValue<byte[]>(11))
        );

    private static Column<NewEntry> Column<T>(string name, string type, Func<NewEntry, T> value) =>
        new Column<NewEntry, T>(name, type, value);
}
