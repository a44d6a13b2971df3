using System.Text;

namespace ArtsakhLedger.Http;

/// <summary>A table as CSV (RFC 4180) in UTF-8. A value that a spreadsheet would read as a formula gets a leading apostrophe.</summary>
public sealed class CsvTable
{
    public const string ContentType = $"{Representation.Csv}; charset=utf-8; header=present";

    private readonly StringBuilder text = new();

    public CsvTable(params IReadOnlyList<string> columns) => Add([.. columns]);

    /// <summary>Adds a row; null is an empty field.</summary>
    public void Add(params IReadOnlyList<string?> values) => text.AppendJoin(',', values.Select(Field)).Append("\r\n");

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(text.ToString());

    public override string ToString() => text.ToString();

    private static string Field(string? value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value ?? "";
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
