using System.Globalization;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>A sheet as it was read: a row of headers, rows of cells, and the text of all of it.</summary>
/// <param name="FileName">The name of the file, without folders.</param>
/// <param name="Format">How it was written.</param>
/// <param name="HeaderRow">The number of the row of headers, counted from 1 as spreadsheets do.</param>
/// <param name="Headers">The headers; empty where a column has none.</param>
/// <param name="Rows">The rows below the headers that are not empty.</param>
/// <param name="Text">The text to archive: of a text file what stands in it, in UTF-8; of a workbook a line for each row, with its number and its
/// cells apart by tabs.</param>
public sealed record SheetTable(
    string FileName,
    SheetFormat Format,
    int HeaderRow,
    IReadOnlyList<string> Headers,
    IReadOnlyList<SheetRow> Rows,
    byte[] Text
)
{
    /// <summary>What of the file was found out or left out, as sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Cells that have no value that can be read.</summary>
    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>What a column is called in messages: its header, or its letter where it has none.</summary>
    public string NameOf(int column) =>
        column < Headers.Count && Headers[column].Length > 0 ? Headers[column] : $"column {LetterOf(column)}";

    /// <summary>The letters of a column, as spreadsheets name it: A, B … AA.</summary>
    public static string LetterOf(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The place of a cell, as spreadsheets name it: B12.</summary>
    public static string PlaceOf(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{LetterOf(column)}{row}");
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number, counted from 1 as spreadsheets do: the headers and empty rows count.</param>
/// <param name="Cells">Its cells, without white space around them.</param>
/// <param name="Start">Where it begins in the archived text, in code points.</param>
/// <param name="Line">Its text there.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells, int Start, string Line)
{
    /// <summary>The text of a cell; empty beyond the last.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>A cell without a value that can be read.</summary>
/// <param name="Row">The number of its row.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Message">Why, and what to write.</param>
public sealed record CellFault(int Row, int Column, string Message);

/// <summary>How a sheet is written.</summary>
public enum SheetFormat
{
    /// <summary>Text with commas, semicolons or other marks between the cells.</summary>
    Csv,

    /// <summary>Text with tabs between the cells.</summary>
    Tsv,

    /// <summary>A workbook in Office Open XML.</summary>
    Xlsx,
}
