namespace ArtsakhLedger.Sheets.Reading;

/// <summary>How large a sheet may be. What is larger is refused before anything is made of it.</summary>
public static class SheetLimits
{
    /// <summary>The most bytes of a file.</summary>
    public const int FileBytes = 4 * 1024 * 1024;

    /// <summary>The most bytes of the text that is archived of it, in UTF-8.</summary>
    public const int TextBytes = 4 * 1024 * 1024;

    /// <summary>The most bytes that all parts of a workbook unpack to.</summary>
    public const long UnpackedBytes = 64 * 1024 * 1024;

    /// <summary>The most parts of a workbook.</summary>
    public const int Parts = 1000;

    /// <summary>The most rows below the headers.</summary>
    public const int Rows = 20_000;

    /// <summary>The most columns.</summary>
    public const int Columns = 200;

    /// <summary>The most characters in a cell.</summary>
    public const int CellLength = 10_000;

    internal static UnreadableSheetException TooManyRows() =>
        new($"the sheet has more than {Rows} rows; divide it into several files") { IsTooLarge = true };

    internal static UnreadableSheetException TooManyColumns() =>
        new($"the sheet has more than {Columns} columns; leave out those that say nothing for the record") { IsTooLarge = true };

    internal static UnreadableSheetException TooLongCell(string place) =>
        new($"{place} has more than {CellLength} characters; is a quotation mark missing somewhere before it?") { IsTooLarge = true };
}
