using System.Runtime.CompilerServices;

namespace Edtf;

/// <summary>Proleptic Gregorian calendar arithmetic on years of up to sixteen digits.</summary>
internal static class Gregorian
{
    internal const long MaxYear = 9_999_999_999_999_999;
    internal const long MinYear = -MaxYear;

    private const int DaysPerCycle = 146_097;
    private const int YearsPerCycle = 400;

    // From 0000-03-01, the first day of the cycle used below, to 1970-01-01.
    private const int DaysToUnixEpoch = 719_468;

    internal static bool IsLeapYear(long year) => (year & 3) == 0 && (year % 100 != 0 || year % YearsPerCycle == 0);

    internal static int DaysInMonth(long year, int month) =>
        month switch
        {
            2 => IsLeapYear(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    /// <summary>The number of days from 1970-01-01 to a day, which must exist.</summary>
    // Years are counted from March: the leap day then comes last, and no table of months is needed.
    internal static long ToNumber(long year, int month, int day)
    {
        var (marchYear, marchMonth) = month > 2 ? (year, month - 3) : (year - 1, month + 9);
        var (cycle, yearOfCycle) = FloorDivide(marchYear, YearsPerCycle);
        var dayOfYear = ((153 * marchMonth) + 2) / 5 + day - 1;
        var dayOfCycle = (yearOfCycle * 365) + (yearOfCycle / 4) - (yearOfCycle / 100) + dayOfYear;
        return checked((cycle * DaysPerCycle) + dayOfCycle - DaysToUnixEpoch);
    }

    internal static (long Year, int Month, int Day) FromNumber(long number)
    {
        var (cycle, dayOfCycle) = FloorDivide(checked(number + DaysToUnixEpoch), DaysPerCycle);
        var yearOfCycle = (dayOfCycle - (dayOfCycle / 1460) + (dayOfCycle / 36_524) - (dayOfCycle / 146_096)) / 365;
        var dayOfYear = dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100));
        var marchMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        var month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        return ((cycle * YearsPerCycle) + yearOfCycle + (month <= 2 ? 1 : 0), month, day);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (long Quotient, int Remainder) FloorDivide(long dividend, int divisor)
    {
        var quotient = dividend / divisor;
        var remainder = (int)(dividend - (quotient * divisor));
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}
