namespace ArtsakhLedger.PackedHistories;

/// <summary>Converts days of the years 0001 to 9999 between texts of ten characters and numbers.</summary>
internal static class PackedDays
{
    /// <summary>The length of a day's text.</summary>
    public const int Length = 10;

    private static readonly long Shift = Edtf.Day.FromDateOnly(DateOnly.MinValue).DayNumber;

    /// <summary>Most days are near this one; the nearer a day is, the less room it takes.</summary>
    private static readonly int Middle = new DateOnly(1960, 1, 1).DayNumber;

    /// <summary>The day numbers of the first and last such day.</summary>
    public static (long First, long Last) Range { get; } = (Shift, Edtf.Day.FromDateOnly(DateOnly.MaxValue).DayNumber);

    /// <summary>Reads a day in exactly this format, as a small number.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (
            text.Length != Length
            || text[4] != '-'
            || text[7] != '-'
            || !Digits(text[..4], out var year)
            || !Digits(text[5..7], out var month)
            || !Digits(text[8..], out var dayOfMonth)
            || year == 0
            || month is 0 or > 12
            || dayOfMonth == 0
            || dayOfMonth > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }

        var fromMiddle = new DateOnly(year, month, dayOfMonth).DayNumber - Middle;
        day = (fromMiddle << 1) ^ (fromMiddle >> 31);
        return true;
    }

    /// <summary>Writes a day, given by the number that it was read as.</summary>
    public static void Write(Span<byte> target, int day) => WriteSinceYearOne(target, Middle + ((day >>> 1) ^ -(day & 1)));

    /// <summary>Writes a day, given by its day number.</summary>
    public static void WriteNumbered(Span<byte> target, long day) => WriteSinceYearOne(target, (int)(day - Shift));

    private static void WriteSinceYearOne(Span<byte> target, int day)
    {
        var (year, month, dayOfMonth) = DateOnly.FromDayNumber(day);
        target[9] = (byte)('0' + (dayOfMonth % 10));
        target[8] = (byte)('0' + (dayOfMonth / 10));
        target[7] = (byte)'-';
        target[6] = (byte)('0' + (month % 10));
        target[5] = (byte)('0' + (month / 10));
        target[4] = (byte)'-';
        target[3] = (byte)('0' + (year % 10));
        target[2] = (byte)('0' + (year / 10 % 10));
        target[1] = (byte)('0' + (year / 100 % 10));
        target[0] = (byte)('0' + (year / 1000));
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
