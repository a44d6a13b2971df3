namespace Edtf;

/// <summary>Specifies the smallest unit a date gives, even if its digits are unspecified.</summary>
/// <remarks>Level 0, Date and Date and Time; level 1, Seasons.</remarks>
public enum EdtfPrecision
{
    /// <summary>A year: <c>1985</c>, <c>198X</c>.</summary>
    Year,

    /// <summary>A season or other sub-year grouping: <c>2001-21</c>.</summary>
    Season,

    /// <summary>A month: <c>1985-04</c>, <c>1985-XX</c>.</summary>
    Month,

    /// <summary>A day: <c>1985-04-12</c>, <c>1985-04-XX</c>.</summary>
    Day,

    /// <summary>A second of a day: <c>1985-04-12T23:20:30</c>.</summary>
    Second,
}
