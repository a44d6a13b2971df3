namespace Edtf;

/// <summary>Specifies the kind of expression of an <see cref="EdtfDate"/>.</summary>
public enum EdtfForm
{
    /// <summary>A year, month or day, possibly with unspecified digits: <c>2018-05-17</c>, <c>199X</c>, <c>Y-17E7</c>.</summary>
    /// <remarks>Level 0, Date; level 1, Letter-prefixed calendar year and Negative calendar year; level 2, Exponential year.</remarks>
    Date,

    /// <summary>A day with a time of day: <c>1985-04-12T23:20:30Z</c>.</summary>
    /// <remarks>Level 0, Date and Time.</remarks>
    DateTime,

    /// <summary>A season or other sub-year grouping: <c>2001-21</c>, <c>2001-34</c>.</summary>
    /// <remarks>Level 1, Seasons; level 2, Sub-year groupings.</remarks>
    Season,

    /// <summary>An interval, whose start and end may be open or unknown: <c>1993/1997</c>, <c>1985/..</c>, <c>1985/</c>.</summary>
    /// <remarks>Level 0, Time Interval; level 1, Extended Interval; level 2, Interval.</remarks>
    Interval,

    /// <summary>A set that means one of its members: <c>[1667,1668,1670..1672]</c>.</summary>
    /// <remarks>Level 2, Set representation.</remarks>
    OneOf,

    /// <summary>A set that means all of its members: <c>{1960,1961-12}</c>.</summary>
    /// <remarks>Level 2, Set representation.</remarks>
    AllOf,
}
