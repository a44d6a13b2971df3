namespace Edtf;

/// <summary>The seasons, quarters and other groupings, numbered 21 to 41, that can take the place of a month.</summary>
internal static class SubYearGrouping
{
    internal const int First = 21;
    internal const int LastOfLevel1 = 24;
    internal const int Last = 41;

    /// <summary>The first month and the number of months of a grouping, which may run into the next year.</summary>
    internal static (int FirstMonth, int Length) Months(int grouping) =>
        grouping switch
        {
            <= 24 => (3 + (3 * (grouping - 21)), 3),
            <= 28 => (3 + (3 * (grouping - 25)), 3),
            // In the southern hemisphere spring begins in September; autumn comes first in the calendar year.
            <= 30 => (9 + (3 * (grouping - 29)), 3),
            <= 32 => (3 + (3 * (grouping - 31)), 3),
            <= 36 => (1 + (3 * (grouping - 33)), 3),
            <= 39 => (1 + (4 * (grouping - 37)), 4),
            _ => (1 + (6 * (grouping - 40)), 6),
        };
}
