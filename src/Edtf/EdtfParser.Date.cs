namespace Edtf;

/// <content>Parses single dates.</content>
internal ref partial struct EdtfParser
{
    private const int MaxYearDigits = 16;

    private bool TryReadDate(out EdtfDate result)
    {
        result = default;
        var date = new DateComponents();
        if (!TryReadYear(ref date))
            return false;
        if (Current == '-' && date.AllowsMonth)
        {
            position++;
            if (!TryReadMonth(ref date) || (date.Precision == EdtfPrecision.Month && TrySkip('-') && !TryReadDay(ref date)))
                return false;
        }

        if (Current == 'T' && date.AllowsTime && !TryReadTime(ref date))
            return false;
        result = new EdtfDate(date);
        return true;
    }

    private bool TryReadYear(ref DateComponents date)
    {
        var startsAt = position;
        var prefix = ReadQualifier();
        if (Current == 'Y' ? !TryReadLongYear(ref date) : !TryReadFourDigitYear(startsAt, ref date))
            return false;
        if (Current == 'S' && date.Unspecified == 0 && !TryReadSignificantDigits(ref date))
            return false;
        if (!TryReadSuffix(out var suffix))
            return false;
        date = date with { Qualifications = new(prefix | suffix, Qualification.None, Qualification.None) };
        return true;
    }

    private bool TryReadFourDigitYear(int startsAt, ref DateComponents date)
    {
        var expected = position == startsAt ? "a date" : "a year";
        var minusAt = position;
        var isNegative = TrySkip('-');
        var value = 0;
        var unspecified = 0;
        for (var place = 0; place < 4; place++, position++)
        {
            unspecified <<= 1;
            value *= 10;
            if (char.IsAsciiDigit(Current))
                value += Current - '0';
            else if (Current == 'X')
                unspecified |= 1;
            else
                return Fail(place == 0 && !isNegative ? expected : "a digit of a year of four digits");
        }

        if (char.IsAsciiDigit(Current))
            return Fail("'-', or 'Y' before a year of more than four digits");
        if (isNegative && value == 0 && unspecified == 0)
            return Fail(minusAt, "the year 0000 without a minus");
        date = date with { Significand = isNegative ? -value : value, IsNegative = isNegative, Unspecified = (byte)(unspecified << 4) };
        return true;
    }

    private bool TryReadLongYear(ref DateComponents date)
    {
        var startsAt = position;
        position++;
        var isNegative = TrySkip('-');
        var digitsAt = position;
        if (!TryReadNumber(MaxYearDigits, "a year of at most sixteen digits that does not begin with 0", out var magnitude))
            return false;
        var isExponential = TrySkip('E');
        long exponent = 0;
        if (isExponential && !TryReadNumber(2, "an exponent from 1 to 15", out exponent))
            return false;

        var year = magnitude * (Int128)DateComponents.PowerOfTen((int)Math.Min(exponent, MaxYearDigits));
        if (year > Gregorian.MaxYear)
            return Fail(digitsAt, "a year of at most sixteen digits");
        if (year <= 9999)
            return Fail(startsAt, "four digits without 'Y' for a year from -9999 to 9999");
        date = date with { Significand = isNegative ? -magnitude : magnitude, Exponent = (byte)exponent, IsNegative = isNegative };
        return true;
    }

    private bool TryReadSignificantDigits(ref DateComponents date)
    {
        const string Count = "a number of significant digits from 1 to 16";
        position++;
        var startsAt = position;
        if (!TryReadNumber(2, Count, out var count))
            return false;
        if (count > MaxYearDigits)
            return Fail(startsAt, Count);
        date = date with { SignificantDigits = (byte)count };
        return true;
    }

    private bool TryReadMonth(ref DateComponents date)
    {
        const string MonthOrSeason = "a month from 01 to 12 or a season from 21 to 41";
        var prefix = ReadQualifier();
        var startsAt = position;
        if (!TryReadTwoDigits(MonthOrSeason, out var month, out var unspecified))
            return false;

        var isSeason = unspecified == 0 && month is >= SubYearGrouping.First and <= SubYearGrouping.Last;
        // Unspecified digits count as 0, so the valid "0X", "1X", "XX" and "X0" to "X9" are at most 10; "2X" to "9X" are more.
        var isMonth = unspecified == 0 ? month is >= 1 and <= 12 : month <= 10;
        if (!isSeason && !isMonth)
            return Fail(startsAt, MonthOrSeason);
        if (isSeason && date.Unspecified != 0)
            return Fail(startsAt, "a month from 01 to 12, or a year without 'X' before a season");
        if (!TryReadSuffix(out var suffix))
            return false;

        date = date with
        {
            Month = (byte)month,
            Unspecified = (byte)(date.Unspecified | (unspecified << 2)),
            Precision = isSeason ? EdtfPrecision.Season : EdtfPrecision.Month,
            Qualifications = new(date.Qualifications.Year | suffix, prefix | suffix, Qualification.None),
        };
        return true;
    }

    private bool TryReadDay(ref DateComponents date)
    {
        const string DayOfMonth = "a day of the month from 01 to 31";
        var prefix = ReadQualifier();
        var startsAt = position;
        if (!TryReadTwoDigits(DayOfMonth, out var day, out var unspecified))
            return false;
        if (unspecified == 0 ? day is < 1 or > 31 : day > 30)
            return Fail(startsAt, DayOfMonth);
        if (!TryReadSuffix(out var suffix))
            return false;

        var written = date.Qualifications;
        date = date with
        {
            Day = (byte)day,
            Unspecified = (byte)(date.Unspecified | unspecified),
            Precision = EdtfPrecision.Day,
            Qualifications = new(written.Year | suffix, written.Month | suffix, prefix | suffix),
        };
        return date.HasDays || Fail(startsAt, "a day that exists in that month and year");
    }

    private bool TryReadTime(ref DateComponents date)
    {
        position++;
        if (
            !TryReadClock("an hour from 00 to 23", 23, out var hour)
            || !(TrySkip(':') || Fail("':'"))
            || !TryReadClock("a minute from 00 to 59", 59, out var minute)
            || !(TrySkip(':') || Fail("':'"))
            || !TryReadClock("a second from 00 to 59", 59, out var second)
            || !TryReadOffset(out var offset)
        )
            return false;

        date = date with { SecondOfDay = (((hour * 60) + minute) * 60) + second, OffsetMinutes = offset, Precision = EdtfPrecision.Second };
        return true;
    }

    private bool TryReadOffset(out short? offset)
    {
        offset = null;
        var signAt = position;
        var sign = Current;
        if (sign is not ('Z' or '+' or '-'))
            return true;
        position++;
        if (sign == 'Z')
        {
            offset = 0;
            return true;
        }

        var minutes = 0;
        if (
            !TryReadClock("an offset of hours from 00 to 23", 23, out var hours)
            || (TrySkip(':') && !TryReadClock("an offset of minutes from 00 to 59", 59, out minutes))
        )
            return false;
        var magnitude = (hours * 60) + minutes;
        if (sign == '-' && magnitude == 0)
            return Fail(signAt, "'Z' or '+00:00' for no offset");
        offset = (short)(sign == '-' ? -magnitude : magnitude);
        return true;
    }

    private bool TryReadClock(string expected, int highest, out int value)
    {
        var startsAt = position;
        if (!TryReadTwoDigits(expected, out value, out var unspecified))
            return false;
        return (unspecified == 0 && value <= highest) || Fail(startsAt, expected);
    }

    /// <summary>Reads two digits. An unspecified digit counts as 0, and its bit (2 or 1) is set.</summary>
    private bool TryReadTwoDigits(string expected, out int value, out int unspecified)
    {
        (value, unspecified) = (0, 0);
        for (var place = 0; place < 2; place++, position++)
        {
            value *= 10;
            unspecified <<= 1;
            if (char.IsAsciiDigit(Current))
                value += Current - '0';
            else if (Current == 'X')
                unspecified |= 1;
            else
                return Fail(expected);
        }

        return true;
    }

    /// <summary>Reads a positive number without leading zeros.</summary>
    private bool TryReadNumber(int maxDigits, string expected, out long value)
    {
        value = 0;
        if (Current is < '1' or > '9')
            return Fail(expected);
        for (var count = 0; char.IsAsciiDigit(Current); count++, position++)
        {
            if (count == maxDigits)
                return Fail(expected);
            value = (value * 10) + (Current - '0');
        }

        return true;
    }

    private Qualification ReadQualifier()
    {
        var qualification = Current switch
        {
            '?' => Qualification.Uncertain,
            '~' => Qualification.Approximate,
            '%' => Qualification.UncertainAndApproximate,
            _ => Qualification.None,
        };
        if (qualification != Qualification.None)
            position++;
        return qualification;
    }

    private bool TryReadSuffix(out Qualification qualification)
    {
        qualification = ReadQualifier();
        if (qualification == Qualification.None || Current is not ('?' or '~' or '%'))
            return true;
        return Fail("one qualifier ('%' for '?' and '~' together)");
    }
}
