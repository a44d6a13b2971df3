using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Edtf;

/// <summary>A civil day of the proleptic Gregorian calendar, without time or offset.</summary>
/// <remarks>
/// Years are astronomical: 0 is 1 BC, -1 is 2 BC. They reach from -9,999,999,999,999,999 to 9,999,999,999,999,999, so that the
/// days of every EDTF expression that this library reads can be named. The value is the number of days since 1970-01-01.
/// </remarks>
[JsonConverter(typeof(DayJsonConverter))]
public readonly struct Day : IEquatable<Day>, IComparable<Day>, IComparable, ISpanParsable<Day>, ISpanFormattable
{
    private Day(long number) => Number = number;

    /// <summary>Creates the day of the given year, month and day of month.</summary>
    /// <param name="year">The astronomical year, from -9,999,999,999,999,999 to 9,999,999,999,999,999.</param>
    /// <param name="month">The month, from 1 to 12.</param>
    /// <param name="day">The day of the month, from 1 to the length of that month.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or the year is out of range.</exception>
    public Day(long year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Gregorian.MinYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Gregorian.MaxYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, Gregorian.DaysInMonth(year, month));
        Number = Gregorian.ToNumber(year, month, day);
    }

    /// <summary>The first day that can be named: 1 January of the year -9,999,999,999,999,999.</summary>
    public static Day MinValue { get; } = new(Gregorian.MinYear, 1, 1);

    /// <summary>The last day that can be named: 31 December of the year 9,999,999,999,999,999.</summary>
    public static Day MaxValue { get; } = new(Gregorian.MaxYear, 12, 31);

    /// <summary>The number of days from 1970-01-01, negative before it.</summary>
    public long Number { get; }

    /// <summary>The astronomical year: 0 is 1 BC.</summary>
    public long Year => Gregorian.FromNumber(Number).Year;

    /// <summary>The month, from 1 to 12.</summary>
    public int Month => Gregorian.FromNumber(Number).Month;

    /// <summary>The day of the month, from 1 to 31.</summary>
    public int DayOfMonth => Gregorian.FromNumber(Number).Day;

    /// <summary>The day with the given number.</summary>
    /// <param name="number">Days since 1970-01-01, between those of <see cref="MinValue"/> and <see cref="MaxValue"/>.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static Day FromNumber(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, MinValue.Number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MaxValue.Number);
        return new Day(number);
    }

    /// <summary>The same day as a value of the base library.</summary>
    /// <param name="date">Any date.</param>
    /// <returns>The day.</returns>
    public static Day FromDateOnly(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>The same day as a value of the base library.</summary>
    /// <returns>The date.</returns>
    /// <exception cref="OverflowException">The year is not between 1 and 9999.</exception>
    public DateOnly ToDateOnly()
    {
        var (year, month, day) = Gregorian.FromNumber(Number);
        return year is >= 1 and <= 9999
            ? new DateOnly((int)year, month, day)
            : throw new OverflowException("The year is not between 1 and 9999.");
    }

    /// <summary>The day the given number of days later, or earlier where it is negative.</summary>
    /// <param name="days">The number of days.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The result is before <see cref="MinValue"/> or after <see cref="MaxValue"/>.</exception>
    public Day AddDays(long days)
    {
        // Saturating is enough: what saturates is out of range.
        var sum = Number + (Int128)days;
        return FromNumber((long)Int128.Clamp(sum, long.MinValue, long.MaxValue));
    }

    /// <summary>Reads a day: <c>2006-06-01</c>, <c>-0043-03-15</c>, and with more than four digits <c>+12345-01-01</c>.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The day.</returns>
    /// <exception cref="FormatException">The text does not name a day that exists.</exception>
    public static Day Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var day) ? day : throw new FormatException("Expected a day that exists, such as '2006-06-01'.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static Day Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <summary>Reads a day as <see cref="Parse(ReadOnlySpan{char})"/> does, without throwing.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The day, or 1970-01-01 where the text is not one.</param>
    /// <returns>Whether the text names a day that exists.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out Day result)
    {
        result = default;
        var sign = !s.IsEmpty && s[0] is '+' or '-' ? s[0] : '\0';
        var digits = sign == '\0' ? s : s[1..];
        var yearLength = digits.Length - "-MM-DD".Length;
        // Four digits bear no plus, more need a sign and no leading zero: every day has one spelling.
        if (yearLength is < 4 or > 16 || (yearLength == 4 ? sign == '+' : sign == '\0' || digits[0] == '0'))
            return false;

        if (
            digits[yearLength] != '-'
            || digits[yearLength + 3] != '-'
            || !long.TryParse(digits[..yearLength], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(digits.Slice(yearLength + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(digits.Slice(yearLength + 4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        )
            return false;

        if (sign == '-')
            year = year == 0 ? Gregorian.MinYear - 1 : -year;
        if (year < Gregorian.MinYear || month is < 1 or > 12 || day < 1 || day > Gregorian.DaysInMonth(year, month))
            return false;

        result = new Day(Gregorian.ToNumber(year, month, day));
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Day)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out Day result) => TryParse(s.AsSpan(), out result);

    /// <summary>The day as ISO 8601 and EDTF write it, such as <c>2006-06-01</c>.</summary>
    /// <returns>The text, which <see cref="Parse(string)"/> reads back. Years beyond four digits carry a sign: <c>+12345-01-01</c>.</returns>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[24];
        TryFormat(buffer, out var written, default, null);
        return buffer[..written].ToString();
    }

    /// <summary>Writes the day as <see cref="ToString()"/> does.</summary>
    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var (year, month, day) = Gregorian.FromNumber(Number);
        var sign = year > 9999 ? "+" : string.Empty;
        return destination.TryWrite(CultureInfo.InvariantCulture, $"{sign}{year:0000}-{month:00}-{day:00}", out charsWritten);
    }

    /// <inheritdoc/>
    public bool Equals(Day other) => Number == other.Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Day other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    /// <summary>Whether both are the same day.</summary>
    public static bool operator ==(Day left, Day right) => left.Number == right.Number;

    /// <summary>Whether they are different days.</summary>
    public static bool operator !=(Day left, Day right) => left.Number != right.Number;

    /// <summary>Whether the left day is the earlier one.</summary>
    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    /// <summary>Whether the left day is not the later one.</summary>
    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    /// <summary>Whether the left day is the later one.</summary>
    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    /// <summary>Whether the left day is not the earlier one.</summary>
    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    /// <summary>The number of days from the right day to the left one, negative where the left is earlier.</summary>
    public static long operator -(Day left, Day right) => left.Number - right.Number;

    int IComparable.CompareTo(object? obj) =>
        obj switch
        {
            null => 1,
            Day other => CompareTo(other),
            _ => throw new ArgumentException("Not a day.", nameof(obj)),
        };

    static Day IParsable<Day>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Day>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Day result) =>
        TryParse(s, out result);

    static Day ISpanParsable<Day>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Day>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Day result) => TryParse(s, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
