using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>The values of the cells of a workbook, as text. A day is written as ISO 8601, and no finer than the sheet shows it: a cell that shows
/// "Mar-76" says the month.</summary>
internal sealed partial class WorkbookCells
{
    private const int FirstCustomFormat = 164;
    private const double LargestSerial = 2_958_466; // 1 January 10000

    private readonly List<string> shared = [];
    private readonly List<DateGrain?> grains;
    private readonly bool is1904;

    public WorkbookCells(WorkbookPart workbook, CancellationToken cancellation)
    {
        is1904 = workbook.Workbook!.WorkbookProperties?.Date1904?.Value is true;
        grains = GrainsOf(workbook.WorkbookStylesPart?.Stylesheet);
        if (workbook.SharedStringTablePart is not { } table)
        {
            return;
        }

        using var reader = OpenXmlReader.Create(table);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                cancellation.ThrowIfCancellationRequested();
                shared.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }
    }

    private enum DateGrain
    {
        Day,
        Month,
        Year,
    }

    /// <summary>The text of a cell, or why it has none.</summary>
    public (string Text, string? Fault) ValueOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString)
        {
            return (cell.InlineString is { } inline ? TextOf(inline).Trim() : "", null);
        }

        if (value.Length == 0)
        {
            return ("", cell.CellFormula is null ? null : "this is a formula whose value was never worked out; write the value");
        }

        if (type == CellValues.Error)
        {
            return ("", $"the cell shows the error {value}; write its value");
        }

        var text =
            type == CellValues.SharedString ? shared[int.Parse(value, CultureInfo.InvariantCulture)].Trim()
            : type == CellValues.Boolean ? (value == "1" ? "true" : "false")
            : type == CellValues.String || type == CellValues.Date ? value.Trim()
            : NumberOf(value, cell.StyleIndex?.Value ?? 0);
        return (text, null);
    }

    private string NumberOf(string value, uint style)
    {
        var number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return style < grains.Count && grains[(int)style] is { } grain && DayOf(number) is { } day
            ? grain switch
            {
                DateGrain.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
                DateGrain.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }
            : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The day of a serial number; null for what is none. The old program that all others follow had a 29 February 1900.</summary>
    private DateOnly? DayOf(double serial)
    {
        var day = Math.Floor(serial) + (is1904 ? 1462 : 0);
        return day is < 1 or 60 or >= LargestSerial ? null : new DateOnly(1899, 12, day < 60 ? 31 : 30).AddDays((int)day);
    }

    private static List<DateGrain?> GrainsOf(Stylesheet? styles)
    {
        var formats = new Dictionary<uint, string>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id && format.FormatCode?.Value is { } code)
            {
                formats[id] = code;
            }
        }

        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(cell =>
                cell.NumberFormatId?.Value is not { } id ? null
                : formats.TryGetValue(id, out var code) ? GrainOf(code)
                : id < FirstCustomFormat ? GrainOf(id)
                : null
            ),
        ];
    }

    /// <summary>What the formats that every spreadsheet knows show of a day.</summary>
    private static DateGrain? GrainOf(uint format) =>
        format switch
        {
            17 or 55 => DateGrain.Month,
            (>= 14 and <= 16) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 56 or 57 or 58 => DateGrain.Day,
            _ => null,
        };

    /// <summary>What a format shows of a day: "mmm-yy" shows a month.</summary>
    private static DateGrain? GrainOf(string format)
    {
        var letters = Literal().Replace(format.Split(';')[0], "").ToLowerInvariant();
        return letters.Contains('d', StringComparison.Ordinal) ? DateGrain.Day
            : !letters.Contains('y', StringComparison.Ordinal) ? null
            : letters.Contains('m', StringComparison.Ordinal) ? DateGrain.Month
            : DateGrain.Year;
    }

    /// <summary>The text without marks of pronunciation.</summary>
    private static string TextOf(OpenXmlCompositeElement item)
    {
        var text = new StringBuilder();
        foreach (var part in item.ChildElements)
        {
            text.Append(
                part switch
                {
                    Text plain => plain.Text,
                    Run run => run.Text?.Text,
                    _ => "",
                }
            );
        }

        return text.ToString();
    }

    // What stands in quotation marks, in square brackets (colours, languages) or after a backslash says nothing of the date.
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|general", RegexOptions.IgnoreCase)]
    private static partial Regex Literal();
}
