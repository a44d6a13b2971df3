namespace Edtf;

/// <summary>The components of a single date as written.</summary>
/// <remarks>The default is the year 0000. Unspecified digits are 0 in the numbers and flagged in <see cref="Unspecified"/>.</remarks>
internal readonly record struct DateComponents
{
    internal const int YearMask = 0b1111_0000;
    internal const int MonthMask = 0b0000_1100;
    internal const int DayMask = 0b0000_0011;

    /// <summary>The year before the exponent, if any, is applied.</summary>
    internal long Significand { get; init; }

    /// <summary>The power of ten after <c>E</c>; 0 if there is none.</summary>
    internal byte Exponent { get; init; }

    /// <summary>The number after <c>S</c>; 0 if there is none.</summary>
    internal byte SignificantDigits { get; init; }

    /// <summary>Whether the year has a minus sign. In <c>-0XXX</c> the significand, 0, does not show it.</summary>
    internal bool IsNegative { get; init; }

    /// <summary>A bit for each unspecified digit of YYYYMMDD, the lowest for the last digit of the day.</summary>
    internal byte Unspecified { get; init; }

    internal EdtfPrecision Precision { get; init; }

    /// <summary>The month, or a sub-year grouping from 21 to 41.</summary>
    internal byte Month { get; init; }

    internal byte Day { get; init; }

    internal ComponentQualifications Qualifications { get; init; }

    internal int SecondOfDay { get; init; }

    internal short? OffsetMinutes { get; init; }

    /// <summary>The year with the exponent applied. The parser rejects years that are out of range.</summary>
    internal long Year => Significand * PowerOfTen(Exponent);

    /// <summary>Whether a month may follow: the year has four digits and no significant digits are given.</summary>
    internal bool AllowsMonth => SignificantDigits == 0 && !IsLongYear;

    /// <summary>Whether a time may follow: this is a day without unspecified digits or qualifiers.</summary>
    internal bool AllowsTime => Precision == EdtfPrecision.Day && Unspecified == 0 && Qualifications.IsNone;

    /// <summary>Whether the year is written with <c>Y</c>.</summary>
    internal bool IsLongYear => Exponent != 0 || Significand is < -9999 or > 9999;

    internal bool HasUnspecified(int mask) => (Unspecified & mask) != 0;

    internal static long PowerOfTen(int exponent)
    {
        var power = 1L;
        while (exponent-- > 0)
            power *= 10;
        return power;
    }

    /// <summary>The lowest level of the specification at which the date is valid.</summary>
    internal int Level
    {
        get
        {
            var isQualifiedInPart = Precision switch
            {
                EdtfPrecision.Year => false,
                EdtfPrecision.Day => Qualifications.Year != Qualifications.Month || Qualifications.Month != Qualifications.Day,
                _ => Qualifications.Year != Qualifications.Month,
            };
            var isLevel2 =
                Exponent > 0
                || SignificantDigits > 0
                || isQualifiedInPart
                || (Precision == EdtfPrecision.Season && Month > SubYearGrouping.LastOfLevel1)
                || !IsUnspecifiedFromTheRight;
            if (isLevel2)
                return 2;
            return IsNegative || IsLongYear || !Qualifications.IsNone || Unspecified != 0 || Precision == EdtfPrecision.Season ? 1 : 0;
        }
    }

    // Level 1 allows 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX; all other unspecified digits are level 2.
    private bool IsUnspecifiedFromTheRight =>
        Precision switch
        {
            EdtfPrecision.Year => Unspecified is 0 or 0b0001_0000 or 0b0011_0000,
            EdtfPrecision.Month => Unspecified is 0 or MonthMask,
            _ => Unspecified is 0 or DayMask or (MonthMask | DayMask),
        };

    /// <summary>Whether there is any day the date can mean.</summary>
    internal bool HasDays =>
        Unspecified != 0 ? ToMask().HasDays : Precision < EdtfPrecision.Day || Day <= Gregorian.DaysInMonth(Year, Month);

    /// <summary>The days the date can mean.</summary>
    internal DayPattern ToPattern() => Unspecified == 0 ? ToRange() : ToMask().Tighten();

    private DayPattern ToMask()
    {
        var (first, last, years) = YearRange();
        return new DayPattern(
            first is { } firstYear ? Gregorian.ToNumber(firstYear, 1, 1) : DayPattern.NoFirst,
            last is { } lastYear ? Gregorian.ToNumber(lastYear, 12, 31) : DayPattern.NoLast,
            years,
            Precision == EdtfPrecision.Year ? DayPattern.AllMonths : MonthsInYear(),
            Precision < EdtfPrecision.Day ? DayPattern.AllDays : DaysInMonth()
        );
    }

    private DayPattern ToRange()
    {
        switch (Precision)
        {
            case EdtfPrecision.Year:
                var (firstYear, lastYear) = SignificantDigits == 0 ? (Year, Year) : EstimatedYears();
                return DayPattern.Range(Gregorian.ToNumber(firstYear, 1, 1), Gregorian.ToNumber(lastYear, 12, 31));
            case EdtfPrecision.Season:
                var (firstMonth, length) = SubYearGrouping.Months(Month);
                return DayPattern.Range(FirstOfMonth(firstMonth), FirstOfMonth(firstMonth + length) - 1);
            case EdtfPrecision.Month:
                return DayPattern.Range(FirstOfMonth(Month), FirstOfMonth(Month + 1) - 1);
            default:
                var day = Gregorian.ToNumber(Year, Month, Day);
                return DayPattern.Range(day, day);
        }
    }

    // A winter runs into the next year, so the month may be greater than 12.
    private long FirstOfMonth(int month) => month > 12 ? Gregorian.ToNumber(Year + 1, month - 12, 1) : Gregorian.ToNumber(Year, month, 1);

    private (long First, long Last) EstimatedYears()
    {
        var magnitude = Math.Abs(Year);
        var digits = 1;
        for (var rest = magnitude; rest >= 10; rest /= 10)
            digits++;
        var unit = PowerOfTen(Math.Max(digits - SignificantDigits, 0));
        var lowest = magnitude / unit * unit;
        var highest = lowest + unit - 1;
        return IsNegative ? (-highest, -lowest) : (lowest, highest);
    }

    private (long? First, long? Last, YearDigits Years) YearRange()
    {
        var unspecified = (Unspecified & YearMask) >> 4;
        if (unspecified == 0b1111)
            return (null, IsNegative ? -1 : null, YearDigits.Any);

        var lowest = Math.Abs(Significand);
        var highest = lowest;
        var digits = 0;
        for (var place = 0; place < 4; place++)
        {
            var isUnspecified = (unspecified & (1 << place)) != 0;
            highest += isUnspecified ? 9 * PowerOfTen(place) : 0;
            digits |= (isUnspecified ? YearDigits.Unspecified : (int)(lowest / PowerOfTen(place) % 10)) << (4 * place);
        }

        if (IsNegative)
            (lowest, highest) = (-highest, -Math.Max(lowest, 1));
        // If only trailing digits are unspecified (masks 1, 3 and 7), the years are a plain range.
        var years = (unspecified & (unspecified + 1)) == 0 ? YearDigits.Any : new YearDigits((ushort)digits, IsNegative);
        return (lowest, highest, years);
    }

    private uint MonthsInYear() => Matching(Month, (Unspecified & MonthMask) >> 2, 12);

    private uint DaysInMonth() => Matching(Day, Unspecified & DayMask, 31);

    /// <summary>A bit for each number from 1 to the highest one that matches two digits, of which some may be unspecified.</summary>
    private static uint Matching(int digits, int unspecified, int highest)
    {
        var bits = 0u;
        for (var number = 1; number <= highest; number++)
        {
            if (((unspecified & 2) != 0 || number / 10 == digits / 10) && ((unspecified & 1) != 0 || number % 10 == digits % 10))
                bits |= 1u << number;
        }

        return bits;
    }
}
