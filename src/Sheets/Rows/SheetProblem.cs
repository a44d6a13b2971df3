using System.Globalization;

namespace ArtsakhLedger.Sheets.Rows;

/// <summary>Something in a sheet that keeps it from being recorded, or that is likely to be wrong.</summary>
/// <param name="Row">The number of the row, as spreadsheets count; null if it concerns the sheet as a whole.</param>
/// <param name="Column">The header of the column; null if it concerns the row as a whole.</param>
/// <param name="Cell">What stands there; null if it concerns no cell.</param>
/// <param name="Message">What is wrong, and what to write.</param>
public sealed record SheetProblem(int? Row, string? Column, string? Cell, string Message)
{
    /// <summary>The problem as a sentence with its place.</summary>
    public override string ToString() =>
        (Row, Column) switch
        {
            (null, null) => $"{char.ToUpperInvariant(Message[0])}{Message[1..]}.",
            (null, _) => $"{Column}: {Message}.",
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"Row {Row}: {Message}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"Row {Row}, {Column}: {Message}."),
        };
}
