using System.Buffers;
using System.Text;
using Edtf;

namespace ArtsakhLedger.Http;

/// <summary>A table as CSV (RFC 4180) in UTF-8. A value that a spreadsheet would read as a formula gets a leading apostrophe; dates and numbers, which
/// programs read back, stay as they are.</summary>
public sealed class CsvTable
{
    public const string ContentType = $"{Representation.Csv}; charset=utf-8; header=present";

    /// <summary>Stands between rival dates in one field.</summary>
    public const string BetweenDates = " | ";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    private readonly StringBuilder text = new();

    public CsvTable(params IReadOnlyList<string> columns) => Add([.. columns]);

    private CsvTable() { }

    /// <summary>A table of rows that follow those of another one.</summary>
    public static CsvTable WithoutHeader() => new();

    /// <summary>Adds a row; null is an empty field.</summary>
    public void Add(params IReadOnlyList<string?> values) => text.AppendJoin(',', values.Select(Field)).Append("\r\n");

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(text.ToString());

    public override string ToString() => text.ToString();

    private static string Field(string? value)
    {
        var safe = value is not null && LooksLikeFormula(value) && !IsDate(value) ? $"'{value}" : value ?? "";

        // Some spreadsheets separate fields by semicolons or tabs, whatever the standard says.
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Spreadsheets pass over what is blank before a formula, and East Asian ones take full-width signs too.</summary>
    private static bool LooksLikeFormula(string value) =>
        value is ['\t' or '\r' or '\n', ..] || value.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];

    /// <summary>True for a date in EDTF, for a day of a year with more than four digits, and for rival dates side by side: years before 1 BC begin with a
    /// minus sign.</summary>
    private static bool IsDate(string value) =>
        value.Split(BetweenDates).All(date => EdtfDate.TryParse(date, out _, out _) || Day.TryParse(date, out _));
}
