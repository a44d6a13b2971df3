using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sheets.Rows;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>Turns problems of facts into problems of cells.</summary>
/// <param name="table">The sheet.</param>
/// <param name="kind">The type of fact.</param>
internal sealed class RowProblems(SheetTable table, SheetKind kind)
{
    private readonly HashSet<string> ofSheet = [];

    /// <summary>The problems, those of cells as well as of the sheet.</summary>
    public List<SheetProblem> All { get; } = [];

    /// <summary>Adds a problem of the fact that a row makes. What no column says is told once.</summary>
    public void Add(RowContent from, FactProblem problem)
    {
        var field = problem.Missing ?? problem.Pointer.Split('/').ElementAtOrDefault(1) ?? "";
        if (from.Columns.TryGetValue(field, out var column))
        {
            var header = table.NameOf(column);
            if (problem.Missing is null)
            {
                All.Add(new(from.Row.Number, header, from.Row[column], problem.Message));
            }
            else if (!All.Exists(other => other.Row == from.Row.Number && other.Column == header))
            {
                All.Add(new(from.Row.Number, header, "", $"the cell is empty, and the fact needs it; {WhatToWrite(problem.Message)}"));
            }

            return;
        }

        if (problem.Missing is { } missing)
        {
            if (ofSheet.Add(missing))
            {
                var name = kind.Meaning(missing)?.Header ?? missing;
                All.Add(
                    new(
                        null,
                        null,
                        null,
                        $"no column says '{name}', which a {from.Content["type"]} needs; add a column '{name}', name the one that says it, or give one value for all rows (in a map, values: {{ {missing}: … }}); {WhatToWrite(problem.Message)}"
                    )
                );
            }

            return;
        }

        All.Add(new(from.Row.Number, field.Length == 0 ? null : field, null, problem.Message));
    }

    private static string WhatToWrite(string message) =>
        message.IndexOf("; ", StringComparison.Ordinal) is >= 0 and var at ? message[(at + 2)..] : message;
}
