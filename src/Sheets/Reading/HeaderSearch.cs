namespace ArtsakhLedger.Sheets.Reading;

/// <summary>Finds the row of headers: the first with more than one cell, for a title may stand above it.</summary>
internal static class HeaderSearch
{
    /// <summary>The table below the headers; null where there are none.</summary>
    public static SheetTable? Of(string name, SheetFormat format, IReadOnlyList<SheetRow> rows, byte[] text)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var at = Math.Max(0, rows.ToList().FindIndex(row => row.Cells.Count(cell => cell.Length > 0) > 1));
        var headers = rows[at].Cells.ToList();
        var width = Math.Max(
            headers.FindLastIndex(header => header.Length > 0) + 1,
            rows.Skip(at + 1).Select(row => row.Cells.ToList().FindLastIndex(cell => cell.Length > 0) + 1).DefaultIfEmpty().Max()
        );
        return new(
            name,
            format,
            rows[at].Number,
            [.. Enumerable.Range(0, width).Select(i => i < headers.Count ? headers[i] : "")],
            [.. rows.Skip(at + 1)],
            text
        )
        {
            Remarks =
                at == 0
                    ? []
                    :
                    [
                        $"The headers are in row {rows[at].Number}; {(at == 1 ? "the row" : $"the {at} rows")} above {(at == 1 ? "it" : "them")} {(at == 1 ? "is" : "are")} left out.",
                    ],
        };
    }
}
