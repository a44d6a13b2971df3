namespace ArtsakhLedger.StateAsOf;

/// <summary>Days of the years 0001 to 9999 as texts of ten characters and as numbers.</summary>
internal static class PackedDays
{
    /// <summary>The length of a day's text.</summary>
    public const int Length = 10;

    private static readonly long Shift = Edtf.Day.FromDateOnly(DateOnly.MinValue).Number;

    /// <summary>The numbers, as everywhere in the program, of the first and the last such day.</summary>
    public static (long First, long Last) Range { get; } = (Shift, Edtf.Day.FromDateOnly(DateOnly.MaxValue).Number);

    /// <summary>Reads a day that has exactly this form, as days since 0001-01-01.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != Length || text[4] != '-' || text[7] != '-'
            || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..], out var dayOfMonth)
            || year == 0 || month is 0 or > 12 || dayOfMonth == 0 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, dayOfMonth).DayNumber;
        return true;
    }

    /// <summary>Writes a day that is given as days since 0001-01-01.</summary>
    public static void Write(Span<byte> target, int day)
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

    /// <summary>Writes a day that is given by its number, as everywhere in the program.</summary>
    public static void WriteNumbered(Span<byte> target, long day) => Write(target, (int)(day - Shift));

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
