using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Edtf;

/// <summary>Represents a day in the proleptic Gregorian calendar, without a time or an offset.</summary>
/// <remarks>
/// Years are astronomical: 0 is 1 BC and -1 is 2 BC. They range from -9,999,999,999,999,999 to 9,999,999,999,999,999, which covers
/// every EDTF expression this library can read. The default value is 1970-01-01.
/// </remarks>
[JsonConverter(typeof(DayJsonConverter))]
public readonly struct Day : IEquatable<Day>, IComparable<Day>, IComparable, ISpanParsable<Day>, ISpanFormattable
{
    private Day(long number) => DayNumber = number;

    /// <summary>Initializes a day from its year, month and day of the month.</summary>
    /// <param name="year">The astronomical year, from -9,999,999,999,999,999 to 9,999,999,999,999,999.</param>
    /// <param name="month">The month, from 1 to 12.</param>
    /// <param name="day">The day of the month, from 1 to the number of days in the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day does not exist, or the year is out of range.</exception>
    public Day(long year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, Gregorian.MinYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Gregorian.MaxYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, Gregorian.DaysInMonth(year, month));
        DayNumber = Gregorian.ToNumber(year, month, day);
    }

    /// <summary>The earliest possible day: 1 January of the year -9,999,999,999,999,999.</summary>
    public static Day MinValue { get; } = new(Gregorian.MinYear, 1, 1);

    /// <summary>The latest possible day: 31 December of the year 9,999,999,999,999,999.</summary>
    public static Day MaxValue { get; } = new(Gregorian.MaxYear, 12, 31);

    /// <summary>The number of days since 1970-01-01, negative for earlier days.</summary>
    public long DayNumber { get; }

    /// <summary>The astronomical year: 0 is 1 BC.</summary>
    public long Year => Gregorian.FromNumber(DayNumber).Year;

    /// <summary>The month, from 1 to 12.</summary>
    public int Month => Gregorian.FromNumber(DayNumber).Month;

    /// <summary>The day of the month, from 1 to 31.</summary>
    public int DayOfMonth => Gregorian.FromNumber(DayNumber).Day;

    /// <summary>Returns the day that is a number of days after 1970-01-01.</summary>
    /// <param name="dayNumber">The number of days since 1970-01-01, from <see cref="MinValue"/> to <see cref="MaxValue"/>.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static Day FromDayNumber(long dayNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dayNumber, MinValue.DayNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayNumber, MaxValue.DayNumber);
        return new Day(dayNumber);
    }

    /// <summary>Converts a <see cref="DateOnly"/> to a day.</summary>
    /// <param name="date">The date to convert.</param>
    /// <returns>The same day.</returns>
    public static Day FromDateOnly(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Converts this day to a <see cref="DateOnly"/>.</summary>
    /// <returns>The same day.</returns>
    /// <exception cref="OverflowException">The year is not between 1 and 9999.</exception>
    public DateOnly ToDateOnly()
    {
        var (year, month, day) = Gregorian.FromNumber(DayNumber);
        return year is >= 1 and <= 9999
            ? new DateOnly((int)year, month, day)
            : throw new OverflowException("The year is not between 1 and 9999.");
    }

    /// <summary>Adds a number of days.</summary>
    /// <param name="days">The number of days to add; negative to subtract.</param>
    /// <returns>The resulting day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The result is before <see cref="MinValue"/> or after <see cref="MaxValue"/>.
    /// </exception>
    public Day AddDays(long days)
    {
        // long.MinValue and long.MaxValue are out of range, so clamping to them still makes FromDayNumber throw.
        var sum = DayNumber + (Int128)days;
        return FromDayNumber((long)Int128.Clamp(sum, long.MinValue, long.MaxValue));
    }

    /// <summary>Parses a day, such as <c>2006-06-01</c>, <c>-0043-03-15</c> or <c>+12345-01-01</c>.</summary>
    /// <param name="s">The text to parse. A year of more than four digits must have a sign.</param>
    /// <returns>The day.</returns>
    /// <exception cref="FormatException">The text is not a day, or the day does not exist.</exception>
    public static Day Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var day) ? day : throw new FormatException("Expected a day that exists, such as '2006-06-01'.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static Day Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <summary>Tries to parse a day, as <see cref="Parse(ReadOnlySpan{char})"/> does.</summary>
    /// <param name="s">The text to parse.</param>
    /// <param name="result">The day if parsing succeeded; otherwise 1970-01-01.</param>
    /// <returns><see langword="true"/> if the text is a day that exists.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out Day result)
    {
        result = default;
        var sign = !s.IsEmpty && s[0] is '+' or '-' ? s[0] : '\0';
        var digits = sign == '\0' ? s : s[1..];
        var yearLength = digits.Length - "-MM-DD".Length;
        // Every day has one spelling: four-digit years have no plus sign; longer ones need a sign and have no leading zero.
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

    /// <summary>Formats the day as in ISO 8601 and EDTF, such as <c>2006-06-01</c>.</summary>
    /// <returns>Text that <see cref="Parse(string)"/> accepts. Years of more than four digits have a sign: <c>+12345-01-01</c>.</returns>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[24];
        TryFormat(buffer, out var written, default, null);
        return buffer[..written].ToString();
    }

    /// <summary>Tries to format the day, as <see cref="ToString()"/> does.</summary>
    /// <param name="destination">The span to write to.</param>
    /// <param name="charsWritten">The number of characters written.</param>
    /// <param name="format">Ignored.</param>
    /// <param name="provider">Ignored.</param>
    /// <returns><see langword="true"/> if the text fits into <paramref name="destination"/>.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var (year, month, day) = Gregorian.FromNumber(DayNumber);
        var sign = year > 9999 ? "+" : string.Empty;
        return destination.TryWrite(CultureInfo.InvariantCulture, $"{sign}{year:0000}-{month:00}-{day:00}", out charsWritten);
    }

    /// <inheritdoc/>
    public bool Equals(Day other) => DayNumber == other.DayNumber;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Day other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => DayNumber.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Day other) => DayNumber.CompareTo(other.DayNumber);

    /// <summary>Determines whether two days are the same.</summary>
    public static bool operator ==(Day left, Day right) => left.DayNumber == right.DayNumber;

    /// <summary>Determines whether two days are different.</summary>
    public static bool operator !=(Day left, Day right) => left.DayNumber != right.DayNumber;

    /// <summary>Determines whether one day is before another.</summary>
    public static bool operator <(Day left, Day right) => left.DayNumber < right.DayNumber;

    /// <summary>Determines whether one day is the same as or before another.</summary>
    public static bool operator <=(Day left, Day right) => left.DayNumber <= right.DayNumber;

    /// <summary>Determines whether one day is after another.</summary>
    public static bool operator >(Day left, Day right) => left.DayNumber > right.DayNumber;

    /// <summary>Determines whether one day is the same as or after another.</summary>
    public static bool operator >=(Day left, Day right) => left.DayNumber >= right.DayNumber;

    /// <summary>Returns the number of days between two days, negative if <paramref name="left"/> is the earlier one.</summary>
    public static long operator -(Day left, Day right) => left.DayNumber - right.DayNumber;

    int IComparable.CompareTo(object? obj) =>
        obj switch
        {
            null => 1,
            Day other => CompareTo(other),
            _ => throw new ArgumentException("The object is not a Day.", nameof(obj)),
        };

    static Day IParsable<Day>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Day>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Day result) =>
        TryParse(s, out result);

    static Day ISpanParsable<Day>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Day>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Day result) => TryParse(s, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
