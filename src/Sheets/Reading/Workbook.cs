using System.Globalization;
using System.Text;
using System.Xml;
using ArtsakhLedger.Unicode;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>Reads a worksheet of a workbook (XLSX), row by row.</summary>
internal static class Workbook
{
    private const int Step = 1000;

    public static SheetTable Read(string name, byte[] bytes, string? worksheet, CancellationToken cancellation)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(
                new MemoryStream(bytes),
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = SheetLimits.UnpackedBytes }
            );
            return Read(name, document.WorkbookPart ?? throw new InvalidDataException("it has no workbook"), worksheet, cancellation);
        }
        catch (Exception broken)
            when (broken
                    is OpenXmlPackageException
                        or InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or KeyNotFoundException
                        or NullReferenceException
                        or InvalidOperationException
            )
        {
            // The library meets a broken file in all these ways.
            throw SheetReader.Broken(broken);
        }
    }

    private static SheetTable Read(string name, WorkbookPart workbook, string? worksheet, CancellationToken cancellation)
    {
        var sheets = workbook
            .Workbook!.Sheets!.Elements<Sheet>()
            .Where(sheet => sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart)
            .ToList();
        var asked = worksheet is null
            ? sheets.Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
            : sheets.Where(sheet => string.Equals(sheet.Name?.Value, worksheet, StringComparison.OrdinalIgnoreCase));
        var cells = new WorkbookCells(workbook, cancellation);
        foreach (var sheet in asked)
        {
            if (TableOf(name, (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), cells, cancellation) is { } table)
            {
                return table with { Remarks = [WhichOf(sheets, sheet), .. table.Remarks] };
            }
        }

        throw new UnreadableSheetException(
            worksheet is null
                ? "the workbook has no visible worksheet with a row of headers; write what each column is in the first row"
                : $"the workbook has no worksheet '{worksheet}' with a row of headers; it has {string.Join(", ", sheets.Select(sheet => $"'{sheet.Name}'"))}"
        );
    }

    private static string WhichOf(List<Sheet> sheets, Sheet read) =>
        sheets.Count == 1
            ? $"The worksheet '{read.Name}' is read."
            : $"The worksheet '{read.Name}' is read; the workbook also has {string.Join(", ", sheets.Where(sheet => sheet != read).Select(sheet => $"'{sheet.Name}'"))}.";

    private static SheetTable? TableOf(string name, WorksheetPart part, WorkbookCells cells, CancellationToken cancellation)
    {
        var rows = new List<(int Number, string[] Cells)>();
        var faults = new List<CellFault>();
        var formulas = 0;
        var merged = new List<MergeCell>();
        using (var reader = OpenXmlReader.Create(part))
        {
            while (reader.Read())
            {
                if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                {
                    var row = (Row)reader.LoadCurrentElement()!;
                    var number = row.RowIndex?.Value is { } index ? checked((int)index) : (rows.Count == 0 ? 0 : rows[^1].Number) + 1;
                    var read = CellsOf(row, number, cells, faults, ref formulas);
                    if (read.Length > 0)
                    {
                        rows.Add((number, read));
                    }

                    if (rows.Count > SheetLimits.Rows + 1)
                    {
                        throw SheetLimits.TooManyRows();
                    }

                    if (rows.Count % Step == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                    }
                }
                else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && merged.Count < SheetLimits.Rows)
                {
                    merged.Add((MergeCell)reader.LoadCurrentElement()!);
                }
            }
        }

        var filled = FillMerged(rows, merged);
        var (lines, text) = Rendered(rows);
        return HeaderSearch.Of(name, SheetFormat.Xlsx, lines, text) is not { } table
            ? null
            : table with
            {
                Faults = faults,
                Remarks =
                [
                    .. table.Remarks,
                    .. formulas > 0
                        ?
                        [
                            $"{(formulas == 1 ? "One cell is a formula" : $"{formulas} cells are formulas")}; the value that was last worked out is read.",
                        ]
                        : Array.Empty<string>(),
                    .. filled > 0 ? ["Of cells that are merged over several rows, each row has the value."] : Array.Empty<string>(),
                ],
            };
    }

    private static string[] CellsOf(Row row, int number, WorkbookCells values, List<CellFault> faults, ref int formulas)
    {
        var cells = new List<string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : next;
            next = column + 1;
            var (text, fault) = values.ValueOf(cell);
            if (text.Length == 0 && fault is null)
            {
                continue;
            }

            if (column >= SheetLimits.Columns)
            {
                throw SheetLimits.TooManyColumns();
            }

            if (text.Length > SheetLimits.CellLength)
            {
                throw SheetLimits.TooLongCell(SheetTable.PlaceOf(column, number));
            }

            if (fault is not null)
            {
                faults.Add(new(number, column, fault));
            }

            formulas += cell.CellFormula is not null && fault is null ? 1 : 0;
            while (cells.Count < column)
            {
                cells.Add("");
            }

            if (cells.Count == column)
            {
                cells.Add(text);
            }
        }

        return [.. cells];
    }

    /// <summary>Gives each row below the first of merged cells their value, as the reader of the sheet sees it.</summary>
    /// <returns>How many cells were filled.</returns>
    private static int FillMerged(List<(int Number, string[] Cells)> rows, List<MergeCell> merged)
    {
        var filled = 0;
        var byNumber = rows.Select((row, i) => (row.Number, Index: i))
            .DistinctBy(row => row.Number)
            .ToDictionary(row => row.Number, row => row.Index);
        foreach (var reference in merged.Select(merge => merge.Reference?.Value).OfType<string>())
        {
            if (reference.Split(':') is not [var from, var to])
            {
                continue;
            }

            var (column, first, last) = (ColumnOf(from), RowOf(from), RowOf(to));
            if (!byNumber.TryGetValue(first, out var at) || column >= rows[at].Cells.Length)
            {
                continue;
            }

            foreach (var i in Enumerable.Range(at + 1, rows.Count - at - 1).TakeWhile(i => rows[i].Number <= last))
            {
                var cells = rows[i].Cells;
                if (column >= cells.Length)
                {
                    var length = cells.Length;
                    Array.Resize(ref cells, column + 1);
                    Array.Fill(cells, "", length, cells.Length - length);
                    rows[i] = (rows[i].Number, cells);
                }

                cells[column] = rows[at].Cells[column];
                filled++;
            }
        }

        return filled;
    }

    /// <summary>A line for each row: its number and its cells, apart by tabs. The same workbook always makes the same text.</summary>
    private static (List<SheetRow> Rows, byte[] Text) Rendered(List<(int Number, string[] Cells)> rows)
    {
        var text = new StringBuilder();
        var lines = new List<SheetRow>(rows.Count);
        var codePoints = 0;
        foreach (var (number, cells) in rows)
        {
            var line = NormalForm.Compose(
                string.Create(CultureInfo.InvariantCulture, $"{number}\t{string.Join('\t', cells.Select(OnOneLine))}").TrimEnd('\t')
            );
            lines.Add(new(number, cells, codePoints, line));
            codePoints += line.EnumerateRunes().Count() + 1;
            text.Append(line).Append('\n');
            if (text.Length > SheetLimits.TextBytes)
            {
                throw new UnreadableSheetException(
                    $"the text of the sheet has more than {SheetLimits.TextBytes} bytes; divide it into several"
                )
                {
                    IsTooLarge = true,
                };
            }
        }

        return (lines, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string OnOneLine(string cell) =>
        cell.AsSpan().IndexOfAny('\t', '\n', '\r') < 0
            ? cell
            : string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return Math.Max(0, column - 1);
    }

    private static int RowOf(string reference) =>
        int.TryParse(
            reference.AsSpan(reference.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var at ? at : reference.Length),
            CultureInfo.InvariantCulture,
            out var row
        )
            ? row
            : 0;
}
