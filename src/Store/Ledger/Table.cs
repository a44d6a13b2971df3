using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>A table that rows are written to, by its columns.</summary>
internal sealed class Table<TRow>
{
    private readonly IReadOnlyList<Column<TRow>> columns;
    private readonly string copy;

    /// <param name="name">The table's name.</param>
    /// <param name="columns">The columns that are written.</param>
    public Table(string name, params IReadOnlyList<Column<TRow>> columns)
    {
        this.columns = columns;
        var names = string.Join(", ", columns.Select(column => column.Name));
        Select = $"select {names} from {name}";
        Insert = $"insert into {name} ({names}) values ({string.Join(", ", columns.Select(column => $"?::{column.Type}"))})";
        InsertArrays =
            $"insert into {name} ({names}) select * from unnest({string.Join(", ", columns.Select(column => $"?::{column.Type}[]"))})";
        copy = $"copy {name} ({names}) from stdin (format binary)";
    }

    /// <summary>Selects all columns, in their order.</summary>
    public string Select { get; }

    /// <summary>Inserts one row; its parameters are <see cref="ValuesOf"/>.</summary>
    public string Insert { get; }

    /// <summary>Inserts many rows; its parameters are <see cref="ArraysOf"/>.</summary>
    public string InsertArrays { get; }

    /// <summary>The values of a row, column by column.</summary>
    public object[] ValuesOf(TRow row) => [.. columns.Select(column => column.ValueOf(row) ?? DBNull.Value)];

    /// <summary>The values of many rows, an array for each column.</summary>
    public object[] ArraysOf(IReadOnlyCollection<TRow> rows) => [.. columns.Select(column => column.ArrayOf(rows))];

    /// <summary>Writes rows with COPY.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, IEnumerable<TRow> rows)
    {
        await using var import = await connection.BeginBinaryImportAsync(copy);
        foreach (var row in rows)
        {
            await import.StartRowAsync();
            foreach (var column in columns)
            {
                await column.CopyAsync(import, row);
            }
        }

        await import.CompleteAsync();
    }
}

/// <summary>A column of a table.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type in PostgreSQL.</param>
internal abstract class Column<TRow>(string name, string type)
{
    public string Name => name;

    public string Type => type;

    /// <summary>The column's value in a row.</summary>
    public abstract object? ValueOf(TRow row);

    /// <summary>The column's values in many rows.</summary>
    public abstract Array ArrayOf(IReadOnlyCollection<TRow> rows);

    /// <summary>Writes the column's value in a row.</summary>
    public abstract Task CopyAsync(NpgsqlBinaryImporter import, TRow row);
}

/// <inheritdoc/>
/// <param name="value">Gets the value in a row.</param>
internal sealed class Column<TRow, TValue>(string name, string type, Func<TRow, TValue> value) : Column<TRow>(name, type)
{
    public override object? ValueOf(TRow row) => value(row);

    public override Array ArrayOf(IReadOnlyCollection<TRow> rows) => rows.Select(value).ToArray();

    public override Task CopyAsync(NpgsqlBinaryImporter import, TRow row) =>
        value(row) is { } written ? import.WriteAsync(written, Type) : import.WriteNullAsync();
}
