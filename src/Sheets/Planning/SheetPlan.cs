using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>What a sheet makes of the ledger: how it was understood, and what would be recorded.</summary>
/// <param name="Preview">How it was understood.</param>
/// <param name="Facts">What would be recorded, in order: entities, sources, facts; each with the number of the row that makes it, if one does.</param>
/// <param name="Source">The sheet as a source.</param>
/// <param name="Text">The text that would be archived.</param>
/// <param name="Map">How the sheet was understood, to keep.</param>
public sealed record SheetPlan(
    SheetPreview Preview,
    IReadOnlyList<(Fact Fact, int? Row)> Facts,
    SourceArchived Source,
    byte[] Text,
    ColumnMap Map
)
{
    /// <summary>Why it cannot be recorded; null if it can.</summary>
    public string? Refusal =>
        Preview.ProblemCount > 0
            ? Preview.ProblemCount == 1
                ? $"The sheet has a problem. {Preview.Problems[0]}"
                : $"The sheet has {Preview.ProblemCount} problems. The first: {Preview.Problems[0]}"
            : Preview.Examples.Count > 0
                ? $"Row{(Preview.Examples.Count == 1 ? "" : "s")} {string.Join(" and ", Preview.Examples)} {(Preview.Examples.Count == 1 ? "is an example" : "are the examples")} that the empty sheet came with; replace or delete {(Preview.Examples.Count == 1 ? "it" : "them")}."
                : null;
}
