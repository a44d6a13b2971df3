namespace ArtsakhLedger.Sheets.Dates;

/// <summary>Which comes first where a day is written in numbers, as in 6/3/1976.</summary>
public enum DayOrder
{
    /// <summary>Nobody says: a day that can be read in both ways is a question.</summary>
    Unknown,

    /// <summary>The day, as in most of the world.</summary>
    DayFirst,

    /// <summary>The month, as in the United States.</summary>
    MonthFirst,
}
