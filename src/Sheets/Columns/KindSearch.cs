using ArtsakhLedger.Sheets.Reading;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>Finds out what type of fact the rows of a sheet tell of, from a column that says it, or from words in headers and the file's name.</summary>
internal static class KindSearch
{
    private static readonly (string Word, string Type)[] Words =
    [
        ("recogni", "recognition-passed"),
        ("ambassador", "minister-appointed"),
        ("minister", "minister-appointed"),
        ("president", "minister-appointed"),
        ("chiefs of mission", "minister-appointed"),
        ("heads of state", "minister-appointed"),
        ("embass", "office-opened"),
        ("consulate", "office-opened"),
        ("legation", "office-opened"),
        ("diplomatic mission", "office-opened"),
        ("representative office", "office-opened"),
        ("diplomatic relations", "diplomatic-relations-established"),
        ("membership", "membership-began"),
        ("treat", "treaty-in-force"),
        ("convention", "treaty-in-force"),
        ("visa", "visa-waiver-in-force"),
        ("twin town", "towns-twinned"),
        ("sister cit", "towns-twinned"),
        ("visit", "visit-made"),
        ("sanction", "sanctions-imposed"),
        ("referend", "referendum-held"),
    ];

    /// <summary>The type of fact, and why.</summary>
    /// <exception cref="UnusableMapException">Nothing says it, or several types are named.</exception>
    public static (SheetKind Kind, string? Remark) Of(SheetTable table, ColumnMap map)
    {
        if (map.Type is { } named)
        {
            return (SheetKind.Named(named)!, null);
        }

        for (var i = 0; i < table.Headers.Count; i++)
        {
            if (ColumnMatcher.IsOfTypes(table, i))
            {
                return (OfColumn(table, i), null);
            }
        }

        var said = $"{string.Join(' ', table.Headers)} {table.FileName}".Replace('-', ' ').Replace('_', ' ');
        var guessed = Words.Where(word => said.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).ToList();
        return guessed.Select(one => one.Type).Distinct().ToList() is [var type]
            ? (
                SheetKind.Named(type)!,
                $"The rows are read as {type}, for the headers or the file's name say \"{guessed[0].Word}\"; --type says otherwise."
            )
            : throw new UnusableMapException(
                "nothing says what type of fact the rows tell of: add a column 'type', or give --type (in a map type:), such as recognition-passed, minister-appointed, office-opened, membership-began"
            );
    }

    private static SheetKind OfColumn(SheetTable table, int column)
    {
        var types = table.Rows.Where(row => row[column].Length > 0).DistinctBy(row => row[column]).ToList();
        return types.Count == 1
            ? SheetKind.Named(types[0][column])!
            : throw new UnusableMapException(
                $"a sheet has one type of fact, and row {types[1].Number} says {types[1][column]} after {types[0][column]}; make a sheet of each"
            );
    }
}
