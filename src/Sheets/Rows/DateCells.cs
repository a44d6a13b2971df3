using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Dates;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Rows;

/// <summary>Reads the dates of a sheet, all with the same order of day and month.</summary>
internal sealed class DateCells
{
    private readonly Dictionary<string, WrittenDate> read = [];
    private readonly Dictionary<string, int> counts = [];

    /// <param name="table">The sheet.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="order">The order of day and month; unknown to find it out.</param>
    public DateCells(SheetTable table, IReadOnlyList<ColumnMatch> columns, DayOrder order)
    {
        Order = order;
        if (order != DayOrder.Unknown)
        {
            return;
        }

        var telling = (
            from row in table.Rows
            from column in columns
            where IsOfDates(column.Meaning)
            from text in TextsOf(row[column.Column])
            let found = WrittenDate.Read(text).Order
            where found != DayOrder.Unknown
            select (Order: found, Text: text, row.Number)
        ).ToList();
        if (telling.Select(one => one.Order).Distinct().ToList() is [var only])
        {
            Order = only;
            Remark =
                $"Where a date is in numbers, the {(only == DayOrder.DayFirst ? "day" : "month")} comes first: '{telling[0].Text}' in row {telling[0].Number} can be read in no other way.";
        }
    }

    /// <summary>The order of day and month; unknown if nothing tells it.</summary>
    public DayOrder Order { get; }

    /// <summary>What tells the order, as a sentence; null if it was given, or nothing tells it.</summary>
    public string? Remark { get; }

    /// <summary>Every date that was read, with how often, in the order of the sheet.</summary>
    public IEnumerable<(string Written, WrittenDate Date, int Count)> All => read.Select(one => (one.Key, one.Value, counts[one.Key]));

    /// <summary>Reads a date.</summary>
    public WrittenDate Read(string text)
    {
        if (!read.TryGetValue(text, out var date))
        {
            read[text] = date = WrittenDate.Read(text, Order);
        }

        counts[text] = counts.GetValueOrDefault(text) + 1;
        return date;
    }

    /// <summary>The dates in a cell that may have several.</summary>
    public static IEnumerable<string> TextsOf(string cell) =>
        cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOfDates(ColumnMeaning meaning) =>
        meaning.Kind is MeaningKind.Until or MeaningKind.Further || meaning is { Kind: MeaningKind.Field, Field.Shape: FieldShape.Date };
}
