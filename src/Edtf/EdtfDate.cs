using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Edtf;

/// <summary>One expression of the Extended Date/Time Format (ISO 8601-2:2019), of level 0, 1 or 2: a date, an interval or a set.</summary>
/// <remarks>
/// <para>An expression says which days can be meant. <see cref="Days"/> is that set, exactly; <see cref="Earliest"/> and
/// <see cref="Latest"/> are its bounds. Qualifiers (<c>?</c>, <c>~</c>, <c>%</c>) are kept and shown, and never move a bound.</para>
/// <para>Remarks on the members name the clauses of the specification as the Library of Congress publishes it.</para>
/// <para>Expressions are equal where they say the same in the same form: <c>?1984</c> is <c>1984?</c>, and <c>[1667,1668]</c> is not
/// <c>[1668,1667]</c>. The default value is the year <c>0000</c>.</para>
/// </remarks>
[JsonConverter(typeof(EdtfDateJsonConverter))]
public readonly partial struct EdtfDate : IEquatable<EdtfDate>
{
    /// <summary>The length of the longest text that is read: 4,096 characters. What is longer is refused unread.</summary>
    public const int MaxLength = 4_096;

    private readonly DateComponents date;

    // IntervalEnds or SetMembers; null for a single date, which is thus without allocation.
    private readonly object? compound;

    internal EdtfDate(DateComponents date) => this.date = date;

    internal EdtfDate(IntervalEnds ends) => compound = ends;

    internal EdtfDate(SetMembers members) => compound = members;

    /// <summary>What kind of expression this is.</summary>
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

    /// <summary>The lowest level of the specification, 0 to 2, that has what <see cref="ToString()"/> needs.</summary>
    public int Level =>
        compound switch
        {
            IntervalEnds ends => Math.Max(LevelOf(ends.Start), LevelOf(ends.End)),
            SetMembers => 2,
            _ => date.Level,
        };

    /// <summary>The smallest part that a single date states; null for an interval or set.</summary>
    public EdtfPrecision? Precision => compound is null ? date.Precision : null;

    /// <summary>The earliest day that can be meant, or the first that an interval can have; null where there is no bound.</summary>
    public Day? Earliest =>
        DaySet.ToDay(
            compound switch
            {
                IntervalEnds ends => ends.Start.Date?.Pattern.First ?? DayPattern.NoFirst,
                SetMembers set => set.Members.Min(member => member.Pattern.First),
                _ => Pattern.First,
            }
        );

    /// <summary>The latest day that can be meant, or the last that an interval can have; null where there is no bound.</summary>
    public Day? Latest =>
        DaySet.ToDay(
            compound switch
            {
                IntervalEnds ends => ends.End.Date?.Pattern.Last ?? DayPattern.NoLast,
                SetMembers set => set.Members.Max(member => member.Pattern.Last),
                _ => Pattern.Last,
            }
        );

    /// <summary>The days that can be meant: exact, with their gaps. Of an interval, all from <see cref="Earliest"/> to <see cref="Latest"/>.</summary>
    public DaySet Days =>
        compound switch
        {
            IntervalEnds => DaySet.Between(Earliest, Latest),
            SetMembers set => DaySet.Of(set.Members.Select(member => member.Pattern)),
            _ => DaySet.Of([Pattern]),
        };

    /// <summary>Whether this is an interval, <c>A/B</c>.</summary>
    /// <remarks>Level 0, Time Interval; level 1, Extended Interval; level 2, Interval.</remarks>
    public bool IsInterval => compound is IntervalEnds;

    /// <summary>The date an interval starts; null where it is open or unknown, and for what is not an interval.</summary>
    public EdtfDate? Start => (compound as IntervalEnds)?.Start.Date;

    /// <summary>The date an interval ends; null where it is open or unknown, and for what is not an interval.</summary>
    public EdtfDate? End => (compound as IntervalEnds)?.End.Date;

    /// <summary>Whether this is an interval without a start: <c>../1985</c>.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool StartIsOpen => compound is IntervalEnds { Start.IsOpen: true };

    /// <summary>Whether this is an interval of which the start is not known: <c>/1985</c>. It began, nobody knows when.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool StartIsUnknown => compound is IntervalEnds { Start.IsUnknown: true };

    /// <summary>Whether this is an interval without an end: <c>1985/..</c>. It lasts.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool EndIsOpen => compound is IntervalEnds { End.IsOpen: true };

    /// <summary>Whether this is an interval of which the end is not known: <c>1985/</c>. It ends, nobody knows when.</summary>
    /// <remarks>Level 1, Extended Interval.</remarks>
    public bool EndIsUnknown => compound is IntervalEnds { End.IsUnknown: true };

    /// <summary>The members of a set, in the order they are written; none for what is not a set.</summary>
    /// <remarks>Level 2, Set representation.</remarks>
    public IReadOnlyList<EdtfSetMember> Members => compound is SetMembers set ? set.Members.AsReadOnly() : [];

    /// <summary>Whether any digit, of any part, is an <c>X</c>.</summary>
    /// <remarks>Level 1, Unspecified digit(s) from the right; level 2, Unspecified digit.</remarks>
    public bool HasUnspecifiedDigits => compound is null ? date.Unspecified != 0 : Parts.Any(part => part.HasUnspecifiedDigits);

    /// <summary>Every mark that the expression bears on any part: <c>2004?-06-~11</c> is uncertain and approximate.</summary>
    /// <remarks>Level 1, Qualification of a date (complete); level 2, Qualification of parts.</remarks>
    public Qualification Qualification =>
        compound is null
            ? date.Qualifications.Year | date.Qualifications.Month | date.Qualifications.Day
            : Parts.Aggregate(Qualification.None, (all, part) => all | part.Qualification);

    /// <summary>The marks on the year of a single date; none for an interval or set.</summary>
    /// <remarks>Level 2, Qualification of parts: a mark behind a part holds for all to its left, one before it for it alone.</remarks>
    public Qualification YearQualification => date.Qualifications.Year;

    /// <summary>The marks on the month or season of a single date; none where it has none, and for an interval or set.</summary>
    /// <remarks>Level 2, Qualification of parts.</remarks>
    public Qualification MonthQualification => date.Qualifications.Month;

    /// <summary>The marks on the day of a single date; none where it has none, and for an interval or set.</summary>
    /// <remarks>Level 2, Qualification of parts.</remarks>
    public Qualification DayQualification => date.Qualifications.Day;

    /// <summary>The year of a single date, astronomical (0 is 1 BC); null where a digit is unspecified.</summary>
    /// <value>From -9,999,999,999,999,999 to 9,999,999,999,999,999, its exponent applied.</value>
    /// <remarks>Level 0, Date; level 1, Letter-prefixed calendar year and Negative calendar year; level 2, Exponential year.</remarks>
    public long? Year => compound is null && !date.HasUnspecified(DateComponents.YearMask) ? date.Year : null;

    /// <summary>The month of a single date, 1 to 12; null where it has none or a digit is unspecified.</summary>
    public int? Month =>
        compound is null
        && date.Precision is not (EdtfPrecision.Year or EdtfPrecision.Season)
        && !date.HasUnspecified(DateComponents.MonthMask)
            ? date.Month
            : null;

    /// <summary>The day of the month of a single date, 1 to 31; null where it has none or a digit is unspecified.</summary>
    public int? DayOfMonth =>
        compound is null && date.Precision >= EdtfPrecision.Day && !date.HasUnspecified(DateComponents.DayMask) ? date.Day : null;

    /// <summary>The season or other grouping of a single date, 21 to 41; null where it has none.</summary>
    /// <remarks>Level 1, Seasons (21 to 24); level 2, Sub-year groupings (25 to 41).</remarks>
    public int? SubYear => compound is null && date.Precision == EdtfPrecision.Season ? date.Month : null;

    /// <summary>The number of significant digits of a year written with <c>S</c>, from 1 to 16; null where it has none.</summary>
    /// <remarks>Level 2, Significant digits.</remarks>
    public int? SignificantDigits => date.SignificantDigits == 0 ? null : date.SignificantDigits;

    /// <summary>The time of day of a date-time, to the second; null for everything else.</summary>
    /// <remarks>Level 0, Date and Time.</remarks>
    public TimeOnly? Time => Form == EdtfForm.DateTime ? new TimeOnly(date.SecondOfDay * TimeSpan.TicksPerSecond) : null;

    /// <summary>How far the time of a date-time is ahead of UTC; null where it does not say, and for everything else.</summary>
    /// <value>Less than 24 hours either way.</value>
    /// <remarks>Level 0, Date and Time. The day of a date-time is the one that is written, whatever the offset.</remarks>
    public TimeSpan? Offset => date.OffsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>The days of a single date.</summary>
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

    /// <summary>Whether both say the same in the same form.</summary>
    public static bool operator ==(EdtfDate left, EdtfDate right) => left.Equals(right);

    /// <summary>Whether they say different things, or in different forms.</summary>
    public static bool operator !=(EdtfDate left, EdtfDate right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EdtfDate other) => date.Equals(other.date) && Equals(compound, other.compound);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EdtfDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(date, compound);

    /// <summary>What the expression says, in English, as an archivist would write it: "4 July 2001 or before".</summary>
    /// <param name="culture">Where the month stands before the day (en-US) the words follow that; null for the invariant culture.</param>
    /// <returns>A phrase without a full stop.</returns>
    public string ToEnglish(CultureInfo? culture = null) => new EnglishWording(culture ?? CultureInfo.InvariantCulture).Describe(this);

    // Level 1 has neither unspecified digits nor anything but whole dates in intervals.
    private static int LevelOf(IntervalEnd end) =>
        end.Date switch
        {
            null => 1,
            { HasUnspecifiedDigits: true } => 2,
            { } date => date.Level,
        };
}
