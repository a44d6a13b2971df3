using ArtsakhLedger.Facts;
using ArtsakhLedger.Sheets.Rows;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>A fact that a sheet makes, and the rows that tell of it, the first one first.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="From">What its first row says.</param>
internal sealed record PlannedFact(Fact Fact, RowContent From)
{
    /// <summary>The number of its first row.</summary>
    public int Row => From.Row.Number;
}
