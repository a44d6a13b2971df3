using System.Numerics;

namespace Edtf;

/// <summary>The days in a range whose year, month and day of the month each match: the days a single date can mean.</summary>
/// <param name="First">The number of the first day, or <see cref="NoFirst"/> if there is none.</param>
/// <param name="Last">The number of the last day, or <see cref="NoLast"/> if there is none.</param>
/// <param name="Years">The years that match.</param>
/// <param name="Months">A bit for each month that matches, bit 1 for January.</param>
/// <param name="Days">A bit for each day of the month that matches, bit 1 for the first.</param>
/// <remarks>The intersection of two patterns is a pattern again. A <see cref="DaySet"/> is a union of patterns.</remarks>
internal readonly record struct DayPattern(long First, long Last, YearDigits Years, uint Months, uint Days)
{
    internal const long NoFirst = long.MinValue;
    internal const long NoLast = long.MaxValue;
    internal const uint AllMonths = 0x1FFE;
    internal const uint AllDays = 0xFFFF_FFFE;

    internal static readonly DayPattern Empty = Range(NoLast, NoFirst);

    internal bool IsEmpty => First > Last;

    /// <summary>Whether every day between first and last matches.</summary>
    internal bool IsRange => Months == AllMonths && Days == AllDays && Years == YearDigits.Any;

    /// <summary>Whether any day matches. The pattern need not be tightened.</summary>
    internal bool HasDays => !IsEmpty && MatchesSomeDayOfALeapYear && (First == NoFirst || Nearest(First, +1) is not null);

    internal static DayPattern Range(long first, long last) => new(first, last, YearDigits.Any, AllMonths, AllDays);

    internal bool Contains(long day)
    {
        if (day < First || day > Last)
            return false;
        if (IsRange)
            return true;
        var (year, month, dayOfMonth) = Gregorian.FromNumber(day);
        return (Months & (1u << month)) != 0 && (Days & (1u << dayOfMonth)) != 0 && Years.Contains(year);
    }

    internal DayPattern Intersect(DayPattern other) =>
        Years.Intersect(other.Years) is { } years
            ? new DayPattern(
                Math.Max(First, other.First),
                Math.Min(Last, other.Last),
                years,
                Months & other.Months,
                Days & other.Days
            ).Tighten()
            : Empty;

    /// <summary>The same days with bounds that match themselves, as a plain range if there are no gaps.</summary>
    internal DayPattern Tighten()
    {
        if (IsEmpty || !MatchesSomeDayOfALeapYear)
            return Empty;
        if (IsRange)
            return this;

        // Only patterns for any year lack a bound. They match over and over, so a missing bound stays missing.
        var first = First == NoFirst ? NoFirst : Nearest(First, +1);
        var last = Last == NoLast ? NoLast : Nearest(Last, -1);
        if (first is not { } earliest || last is not { } latest)
            return Empty;
        var isGapless = earliest != NoFirst && latest != NoLast && LastOfRun(earliest) >= latest;
        return isGapless ? Range(earliest, latest) : this with { First = earliest, Last = latest };
    }

    /// <summary>
    /// The matching day nearest to the given one, which may be that day itself, in the direction of <paramref name="step"/>.
    /// </summary>
    internal long? Nearest(long day, int step)
    {
        day = step > 0 ? Math.Max(day, First) : Math.Min(day, Last);
        if (day < First || day > Last)
            return null;
        if (IsRange)
            return day;

        var (firstMonth, firstDay) = step > 0 ? (1, 1) : (12, 31);
        var (year, month, dayOfMonth) = Gregorian.FromNumber(day);
        while (Years.Nearest(year, step) is { } matching && matching is >= Gregorian.MinYear and <= Gregorian.MaxYear)
        {
            if (matching != year)
                (year, month, dayOfMonth) = (matching, firstMonth, firstDay);
            for (; month is >= 1 and <= 12; month += step, dayOfMonth = firstDay)
            {
                if (NearestInMonth(year, month, dayOfMonth, step) is not { } found)
                    continue;
                return Gregorian.ToNumber(year, month, found) is var number && number >= First && number <= Last ? number : null;
            }

            (year, month) = (year + step, firstMonth);
        }

        return null;
    }

    /// <summary>The last of the consecutive matching days that begin at the given one, which must match.</summary>
    internal long LastOfRun(long day)
    {
        if (IsRange)
            return Last;

        var (year, month, dayOfMonth) = Gregorian.FromNumber(day);
        while (true)
        {
            var gap = BitOperations.TrailingZeroCount(~Days & (uint.MaxValue << dayOfMonth));
            if (gap <= Gregorian.DaysInMonth(year, month))
                return Math.Min(Last, Gregorian.ToNumber(year, month, gap) - 1);

            (year, month, dayOfMonth) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1);
            var lastOfMonthBefore = Gregorian.ToNumber(year, month, 1) - 1;
            if (lastOfMonthBefore >= Last || (Months & (1u << month)) == 0 || !Years.Contains(year))
                return Math.Min(Last, lastOfMonthBefore);
        }
    }

    private bool MatchesSomeDayOfALeapYear
    {
        get
        {
            for (var month = 1; month <= 12; month++)
            {
                if (NearestInMonth(2000, month, 1, +1) is not null)
                    return true;
            }

            return false;
        }
    }

    private int? NearestInMonth(long year, int month, int dayOfMonth, int step)
    {
        if ((Months & (1u << month)) == 0)
            return null;
        var inMonth = Days & (uint.MaxValue >> (31 - Gregorian.DaysInMonth(year, month)));
        var onward = step > 0 ? inMonth & (uint.MaxValue << dayOfMonth) : inMonth & (uint.MaxValue >> (31 - dayOfMonth));
        if (onward == 0)
            return null;
        return step > 0 ? BitOperations.TrailingZeroCount(onward) : BitOperations.Log2(onward);
    }
}
