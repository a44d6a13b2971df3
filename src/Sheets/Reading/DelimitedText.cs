using System.Text;
using ArtsakhLedger.Unicode;
using CsvHelper;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>Reads CSV and TSV. Which mark stands between the cells, and the encoding, are found out.</summary>
internal static class DelimitedText
{
    private const int Step = 1000;

    public static SheetTable Read(string name, byte[] bytes, CancellationToken cancellation)
    {
        var (decoded, encoding) = TextDecoding.Decode(bytes);
        var text = NormalForm.Compose(decoded);
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length > SheetLimits.TextBytes)
        {
            throw new UnreadableSheetException($"the text of the file has more than {SheetLimits.TextBytes} bytes; divide it into several")
            {
                IsTooLarge = true,
            };
        }

        var isTsv = name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tab", StringComparison.OrdinalIgnoreCase);
        using var reader = CsvReader.Create(
            utf8,
            new CsvReaderOptions
            {
                HasHeader = false,
                SkipEmptyLines = false,
                DetectSeparatorHint = true,
                Separator = isTsv ? '\t' : null,
                OnMalformedRecord = Refuse,
            }
        );
        var rows = RowsOf(reader, utf8, cancellation);
        var archived = encoding == "UTF-8" ? bytes : utf8;
        return HeaderSearch.Of(name, reader.Separator == '\t' ? SheetFormat.Tsv : SheetFormat.Csv, rows, archived) is { } table
            ? WithoutFormulas(table) with
            {
                Remarks =
                [
                    $"The text is in {encoding}{(encoding == "UTF-8" ? "" : ", and is archived in UTF-8")}; {NameOf(reader.Separator)} between the cells.",
                    .. table.Remarks,
                ],
            }
            : throw new UnreadableSheetException("the file has no row of headers; write what each column is in the first row");
    }

    private static List<SheetRow> RowsOf(CsvReader reader, ReadOnlySpan<byte> text, CancellationToken cancellation)
    {
        var rows = new List<SheetRow>();
        var (counted, codePoints) = (0, 0);
        for (var number = 1; reader.Read(); number++)
        {
            if (number % Step == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (reader.FieldCount > SheetLimits.Columns && HasValueBeyond(reader))
            {
                throw SheetLimits.TooManyColumns();
            }

            var cells = new string[Math.Min(reader.FieldCount, SheetLimits.Columns)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i).Trim();
                if (cells[i].Length > SheetLimits.CellLength)
                {
                    throw SheetLimits.TooLongCell(SheetTable.PlaceOf(i, number));
                }
            }

            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            if (rows.Count > SheetLimits.Rows)
            {
                throw SheetLimits.TooManyRows();
            }

            var start = (int)reader.ByteOffset;
            codePoints += Encoding.UTF8.GetString(text[counted..start]).EnumerateRunes().Count();
            counted = start;
            rows.Add(new(number, cells, codePoints, Encoding.UTF8.GetString(reader.RawRecord)));
        }

        return rows;
    }

    private static bool HasValueBeyond(CsvReader reader) =>
        Enumerable
            .Range(SheetLimits.Columns, reader.FieldCount - SheetLimits.Columns)
            .Any(i => !string.IsNullOrWhiteSpace(reader.GetString(i)));

    private static void Refuse(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new UnreadableSheetException(
                $"row {record.RecordNumber} has a quotation mark that opens a cell and is never closed; close it, or write it twice where it is part of the text"
            );
        }
    }

    /// <summary>Cells that are formulas have no value.</summary>
    private static SheetTable WithoutFormulas(SheetTable table)
    {
        var faults = new List<CellFault>();
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                if (row.Cells[column] is ['=', _, ..])
                {
                    faults.Add(new(row.Number, column, $"'{row.Cells[column]}' is a formula; write its value"));
                }
            }
        }

        var cells = faults.Select(fault => (fault.Row, fault.Column)).ToHashSet();
        return cells.Count == 0
            ? table
            : table with
            {
                Faults = faults,
                Rows =
                [
                    .. table.Rows.Select(row =>
                        row with
                        {
                            Cells = [.. row.Cells.Select((cell, i) => cells.Contains((row.Number, i)) ? "" : cell)],
                        }
                    ),
                ],
            };
    }

    private static string NameOf(char separator) =>
        separator switch
        {
            '\t' => "tabs stand",
            ';' => "semicolons stand",
            '|' => "bars stand",
            ',' => "commas stand",
            _ => $"'{separator}' stands",
        };
}
