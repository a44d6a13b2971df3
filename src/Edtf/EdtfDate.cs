using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Edtf;

/// <summary>
/// Represents an expression in the Extended Date/Time Format (EDTF, ISO 8601-2:2019, levels 0 to 2): a date, an interval or a set.
/// </summary>
/// <remarks>
/// <para><see cref="Days"/> is the exact set of days the expression can mean; <see cref="Earliest"/> and <see cref="Latest"/> are its
/// bounds. Qualifiers (<c>?</c>, <c>~</c>, <c>%</c>) are preserved, but never move a bound.</para>
/// <para>Two expressions are equal if their canonical forms are: <c>?1984</c> equals <c>1984?</c>, but <c>[1667,1668]</c> does not equal
/// <c>[1668,1667]</c>. The default value is the year <c>0000</c>.</para>
/// <para>The remarks on members name the sections of the specification published by the Library of Congress.</para>
/// </remarks>
[JsonConverter(typeof(EdtfDateJsonConverter))]
public readonly partial struct EdtfDate : IEquatable<EdtfDate>
{
    /// <summary>The maximum length of a text to parse, 4,096 characters. Longer texts are rejected without being read.</summary>
    public const int MaxLength = 4_096;

    private readonly DateComponents date;

    // IntervalEnds or SetMembers; null for a single date, which therefore needs no allocation.
    private readonly object? compound;

    internal EdtfDate(DateComponents date) => this.date = date;

    internal EdtfDate(IntervalEnds ends) => compound = ends;

    internal EdtfDate(SetMembers members) => compound = members;

    /// <summary>The kind of expression.</summary>
    public EdtfForm Form =>
        compound switch
        {
            IntervalEnds => EdtfForm.Interval,
            SetMembers set => set.Form,
            _ => date.Precision switch
            {
                EdtfPrecision.Second => EdtfForm.DateTime,
                EdtfPrecision.Season => EdtfForm.Season,
                _ => EdtfForm.Date,
            },
        };

    /// <summary>The lowest level of the specification, 0 to 2, at which the canonical form is valid.</summary>
    public int Level =>
        compound switch
        {
            IntervalEnds ends => Math.Max(LevelOf(ends.Start), LevelOf(ends.End)),
            SetMembers => 2,
            _ => date.Level,
        };

    /// <summary>The smallest unit given by a single date; <see langword="null"/> for an interval or set.</summary>
    public EdtfPrecision? Precision => compound is null ? date.Precision : null;

    /// <summary>
    /// The earliest day the expression can mean or, for an interval, include; <see langword="null"/> if there is no such bound.
    /// </summary>
    public Day? Earliest =>
        DaySet.ToDay(
            compound switch
            {
                IntervalEnds ends => ends.Start.Date?.Pattern.First ?? DayPattern.NoFirst,
                SetMembers set => set.Members.Min(member => member.Pattern.First),
                _ => Pattern.First,
            }
        );

    /// <summary>
    /// The latest day the expression can mean or, for an interval, include; <see langword="null"/> if there is no such bound.
    /// </summary>
    public Day? Latest =>
        DaySet.ToDay(
            compound switch
            {
                IntervalEnds ends => ends.End.Date?.Pattern.Last ?? DayPattern.NoLast,
                SetMembers set => set.Members.Max(member => member.Pattern.Last),
                _ => Pattern.Last,
            }
        );

    /// <summary>
    /// The exact days the expression can mean. For an interval, all days from <see cref="Earliest"/> to <see cref="Latest"/>.
    /// </summary>
    public DaySet Days =>
        compound switch
        {
            IntervalEnds => DaySet.Between(Earliest, Latest),
            SetMembers set => DaySet.Of(set.Members.Select(member => member.Pattern)),
            _ => DaySet.Of([Pattern]),
        };

    /// <summary>Whether the expression is an interval, such as <c>1993/1997</c>.</summary>
    /// <remarks>Level 0, Time Interval; level 1, Extended Interval; level 2, Interval.</remarks>
    public bool IsInterval => compound is IntervalEnds;

    /// <summary>
    /// The start of an interval; <see langword="null"/> if it is open or unknown, or if the expression is not an interval.
    /// </summary>
    public EdtfDate? Start => (compound as IntervalEnds)?.Start.Date;

    /// <summary>The end of an interval; <see langword="null"/> if it is open or unknown, or if the expression is not an interval.</summary>
    public EdtfDate? End => (compound as IntervalEnds)?.End.Date;

    /// <summary>Whether the expression is an interval with an open start: <c>../1985</c>.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool StartIsOpen => compound is IntervalEnds { Start.IsOpen: true };

    /// <summary>Whether the expression is an interval with an unknown start, <c>/1985</c>: it began, but nobody knows when.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool StartIsUnknown => compound is IntervalEnds { Start.IsUnknown: true };

    /// <summary>Whether the expression is an interval with an open end, <c>1985/..</c>: it has not ended.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool EndIsOpen => compound is IntervalEnds { End.IsOpen: true };

    /// <summary>Whether the expression is an interval with an unknown end, <c>1985/</c>: it ended, but nobody knows when.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool EndIsUnknown => compound is IntervalEnds { End.IsUnknown: true };

    /// <summary>The members of a set, in the order they are written; empty if the expression is not a set.</summary>
    /// <remarks>Level 2, Set representation.</remarks>
    public IReadOnlyList<EdtfSetMember> Members => compound is SetMembers set ? set.Members.AsReadOnly() : [];

    /// <summary>Whether any digit is unspecified (<c>X</c>).</summary>
    /// <remarks>Level 1, Unspecified digit(s) from the right; level 2, Unspecified digit.</remarks>
    public bool HasUnspecifiedDigits => compound is null ? date.Unspecified != 0 : Parts.Any(part => part.HasUnspecifiedDigits);

    /// <summary>All qualifiers in the expression combined: <c>2004?-06-~11</c> is uncertain and approximate.</summary>
    /// <remarks>Level 1, Qualification of a date (complete); level 2, Qualification of parts.</remarks>
    public Qualification Qualification =>
        compound is null
            ? date.Qualifications.Year | date.Qualifications.Month | date.Qualifications.Day
            : Parts.Aggregate(Qualification.None, (all, part) => all | part.Qualification);

    /// <summary>The qualification of the year of a single date; <see cref="Qualification.None"/> for an interval or set.</summary>
    /// <remarks>
    /// Level 2, Qualification of parts: a qualifier after a component applies to it and to all components to its left; one before a
    /// component applies to that component alone.
    /// </remarks>
    public Qualification YearQualification => date.Qualifications.Year;

    /// <summary>The qualification of the month or season of a single date; <see cref="Qualification.None"/> if it has neither.</summary>
    /// <remarks>Level 2, Qualification of parts.</remarks>
    public Qualification MonthQualification => date.Qualifications.Month;

    /// <summary>The qualification of the day of a single date; <see cref="Qualification.None"/> if it has no day.</summary>
    /// <remarks>Level 2, Qualification of parts.</remarks>
    public Qualification DayQualification => date.Qualifications.Day;

    /// <summary>The astronomical year of a single date (0 is 1 BC); <see langword="null"/> if a digit is unspecified.</summary>
    /// <value>A year from -9,999,999,999,999,999 to 9,999,999,999,999,999, with any exponent applied.</value>
    /// <remarks>Level 0, Date; level 1, Letter-prefixed calendar year and Negative calendar year; level 2, Exponential year.</remarks>
    public long? Year => compound is null && !date.HasUnspecified(DateComponents.YearMask) ? date.Year : null;

    /// <summary>The month of a single date, 1 to 12; <see langword="null"/> if it has none or a digit is unspecified.</summary>
    public int? Month =>
        compound is null
        && date.Precision is not (EdtfPrecision.Year or EdtfPrecision.Season)
        && !date.HasUnspecified(DateComponents.MonthMask)
            ? date.Month
            : null;

    /// <summary>The day of the month of a single date, 1 to 31; <see langword="null"/> if it has none or a digit is unspecified.</summary>
    public int? DayOfMonth =>
        compound is null && date.Precision >= EdtfPrecision.Day && !date.HasUnspecified(DateComponents.DayMask) ? date.Day : null;

    /// <summary>The season or other sub-year grouping of a single date, 21 to 41; <see langword="null"/> if it has none.</summary>
    /// <remarks>Level 1, Seasons (21 to 24); level 2, Sub-year groupings (25 to 41).</remarks>
    public int? SubYear => compound is null && date.Precision == EdtfPrecision.Season ? date.Month : null;

    /// <summary>The number of significant digits of the year (<c>S</c>), from 1 to 16; <see langword="null"/> if it is not given.</summary>
    /// <remarks>Level 2, Significant digits.</remarks>
    public int? SignificantDigits => date.SignificantDigits == 0 ? null : date.SignificantDigits;

    /// <summary>The time of day of a date and time, to the second; <see langword="null"/> for all other expressions.</summary>
    /// <remarks>Level 0, Date and Time.</remarks>
    public TimeOnly? Time => Form == EdtfForm.DateTime ? new TimeOnly(date.SecondOfDay * TimeSpan.TicksPerSecond) : null;

    /// <summary>The offset from UTC of a date and time; <see langword="null"/> if none is given, and for all other expressions.</summary>
    /// <value>Less than 24 hours in either direction.</value>
    /// <remarks>Level 0, Date and Time. The day is always the one written, whatever the offset.</remarks>
    public TimeSpan? Offset => date.OffsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>The days a single date can mean.</summary>
    internal DayPattern Pattern => date.ToPattern();

    internal DateComponents Components => date;

    private IEnumerable<EdtfDate> Parts =>
        (
            compound switch
            {
                IntervalEnds ends => [ends.Start.Date, ends.End.Date],
                SetMembers set => set.Members.SelectMany(member => new[] { member.First, member.Last }),
                _ => Enumerable.Empty<EdtfDate?>(),
            }
        ).OfType<EdtfDate>();

    /// <summary>Determines whether two expressions have the same canonical form.</summary>
    public static bool operator ==(EdtfDate left, EdtfDate right) => left.Equals(right);

    /// <summary>Determines whether two expressions have different canonical forms.</summary>
    public static bool operator !=(EdtfDate left, EdtfDate right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EdtfDate other) => date.Equals(other.date) && Equals(compound, other.compound);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EdtfDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(date, compound);

    /// <summary>Describes the expression in English, as an archivist would: "4 July 2001 or before".</summary>
    /// <param name="culture">
    /// The culture. With en-US, the month comes before the day. <see langword="null"/> for the invariant culture.
    /// </param>
    /// <returns>A phrase that does not end in a full stop.</returns>
    public string ToEnglish(CultureInfo? culture = null) => new EnglishWording(culture ?? CultureInfo.InvariantCulture).Describe(this);

    // Level 1 does not allow unspecified digits in intervals.
    private static int LevelOf(IntervalEnd end) =>
        end.Date switch
        {
            null => 1,
            { HasUnspecifiedDigits: true } => 2,
            { } date => date.Level,
        };
}
