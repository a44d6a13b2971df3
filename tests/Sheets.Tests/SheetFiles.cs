using System.Text;
using ArtsakhLedger.Sheets.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;
using WorksheetList = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace ArtsakhLedger.Tests;

/// <summary>Sheets as people have them.</summary>
internal static class SheetFiles
{
    public static SheetTable Read(string text, string name = "sheet.csv") => Read(Encoding.UTF8.GetBytes(text), name);

    public static SheetTable Read(byte[] bytes, string name = "sheet.csv", string? worksheet = null) =>
        SheetReader.Read(name, bytes, worksheet, TestContext.Current.CancellationToken);

    /// <summary>A workbook with one worksheet, or with several of the same cells.</summary>
    /// <param name="rows">Its rows: texts, numbers, days (<see cref="DateOnly"/>) or cells.</param>
    /// <param name="change">What else it is to have.</param>
    /// <param name="sheets">The names of the worksheets.</param>
    public static byte[] Workbook(IReadOnlyList<object?[]> rows, Action<WorkbookPart>? change = null, params IReadOnlyList<string> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new(new WorksheetList());
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new(
                new NumberingFormats(
                    new NumberingFormat { NumberFormatId = 164, FormatCode = "d mmmm yyyy" },
                    new NumberingFormat { NumberFormatId = 165, FormatCode = "[$-409]mmmm\\ yyyy;@" },
                    new NumberingFormat { NumberFormatId = 166, FormatCode = "yyyy" },
                    new NumberingFormat { NumberFormatId = 167, FormatCode = "\"day\" 0" }
                ),
                new CellFormats(
                    new CellFormat(),
                    new CellFormat { NumberFormatId = 14 },
                    new CellFormat { NumberFormatId = 164 },
                    new CellFormat { NumberFormatId = 165 },
                    new CellFormat { NumberFormatId = 166 },
                    new CellFormat { NumberFormatId = 17 },
                    new CellFormat { NumberFormatId = 167 }
                )
            );
            foreach (var (name, i) in (sheets.Count == 0 ? ["Sheet1"] : sheets).Select((name, i) => (name, i)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new(new SheetData(rows.Select(row => new Row(row.Select(CellOf)))));
                workbook.Workbook.Sheets!.Append(
                    new Sheet
                    {
                        Name = name,
                        SheetId = (uint)i + 1,
                        Id = workbook.GetIdOfPart(part),
                    }
                );
            }

            change?.Invoke(workbook);
        }

        return stream.ToArray();
    }

    /// <summary>A number in a format: 1 a day, 2 "6 March 1976", 3 "March 1976", 4 the year, 5 "Mar-76", 6 no date.</summary>
    public static Cell Number(double number, uint format = 0) => new() { CellValue = new(number), StyleIndex = format };

    private static Cell CellOf(object? value) =>
        value switch
        {
            null => new Cell(),
            Cell cell => (Cell)cell.CloneNode(true),
            string text => new Cell { DataType = CellValues.InlineString, InlineString = new(new Text(text)) },
            DateOnly day => Number(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, 1),
            int number => Number(number),
            _ => throw new ArgumentException($"no cell is made of {value}", nameof(value)),
        };
}
