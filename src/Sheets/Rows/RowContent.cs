using System.Text.Json.Nodes;
using ArtsakhLedger.Sheets.Reading;

namespace ArtsakhLedger.Sheets.Rows;

/// <summary>A fact that a row tells of, in the form that files and requests have, without id and citations.</summary>
/// <param name="Row">The row.</param>
/// <param name="Content">The fact.</param>
/// <param name="Columns">The column that each field is from.</param>
internal sealed record RowContent(SheetRow Row, JsonObject Content, IReadOnlyDictionary<string, int> Columns);
