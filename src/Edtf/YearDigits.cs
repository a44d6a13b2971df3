namespace Edtf;

/// <summary>Four-digit years with some digits unspecified, such as <c>1X8X</c> or <c>-0X01</c>; or any year.</summary>
/// <param name="Digits">Four groups of four bits, each a digit or <see cref="Unspecified"/>.</param>
/// <param name="IsNegative">Whether the digits are those of years before the year 0.</param>
/// <remarks>
/// A negative mask such as -000X also matches the year 0, which is excluded by the bounds of its <see cref="DayPattern"/>.
/// </remarks>
internal readonly record struct YearDigits(ushort Digits, bool IsNegative)
{
    internal const int Unspecified = 0xF;

    /// <summary>Any year, with any number of digits.</summary>
    internal static readonly YearDigits Any = new(0xFFFF, IsNegative: false);

    internal bool Contains(long year)
    {
        if (this == Any)
            return true;
        var magnitude = IsNegative ? -year : year;
        return magnitude is >= 0 and <= 9999 && PlacesMatching(magnitude) == 4;
    }

    /// <summary>
    /// The matching year nearest to the given one, which may be that year itself, in the direction of <paramref name="step"/>.
    /// </summary>
    internal long? Nearest(long year, int step)
    {
        if (this == Any)
            return year;
        return IsNegative ? -NearestMagnitude(-year, -step) : NearestMagnitude(year, step);
    }

    /// <summary>The years that match both masks, or null if there are none.</summary>
    internal YearDigits? Intersect(YearDigits other)
    {
        if (this == Any || this == other)
            return other;
        if (other == Any)
            return this;
        if (IsNegative != other.IsNegative)
            return null;

        var common = 0;
        for (var shift = 0; shift < 16; shift += 4)
        {
            var (mine, theirs) = ((Digits >> shift) & 0xF, (other.Digits >> shift) & 0xF);
            if (mine != theirs && mine != Unspecified && theirs != Unspecified)
                return null;
            // Unspecified has all bits set, so a bitwise AND keeps the specified digit.
            common |= (mine & theirs) << shift;
        }

        return new YearDigits((ushort)common, IsNegative);
    }

    // Keeps as many leading digits of the magnitude as possible, moves the next one, and fills the rest with the nearest digits.
    private long? NearestMagnitude(long magnitude, int step)
    {
        var lowest = Fill(0);
        var highest = Fill(9);
        magnitude = step > 0 ? Math.Max(magnitude, lowest) : Math.Min(magnitude, highest);
        if (magnitude < lowest || magnitude > highest)
            return null;

        var kept = PlacesMatching(magnitude);
        if (kept == 4)
            return magnitude;

        for (var moved = kept; moved >= 0; moved--)
        {
            for (var digit = DigitAt(magnitude, moved) + step; digit is >= 0 and <= 9; digit += step)
            {
                if (Allows(moved, digit))
                    return Compose(magnitude, moved, digit, step > 0 ? 0 : 9);
            }
        }

        return null;
    }

    private int PlacesMatching(long magnitude)
    {
        var matching = 0;
        while (matching < 4 && Allows(matching, DigitAt(magnitude, matching)))
            matching++;
        return matching;
    }

    private bool Allows(int place, int digit) => Given(place) is var given && (given == Unspecified || given == digit);

    private int Given(int place) => (Digits >> (12 - (4 * place))) & 0xF;

    private int Fill(int unspecified)
    {
        var value = 0;
        for (var place = 0; place < 4; place++)
            value = (value * 10) + (Given(place) == Unspecified ? unspecified : Given(place));
        return value;
    }

    private long Compose(long magnitude, int moved, int digit, int unspecified)
    {
        long value = 0;
        for (var place = 0; place < 4; place++)
        {
            var next =
                place < moved ? DigitAt(magnitude, place)
                : place == moved ? digit
                : Given(place) == Unspecified ? unspecified
                : Given(place);
            value = (value * 10) + next;
        }

        return value;
    }

    private static int DigitAt(long magnitude, int place) => (int)(magnitude / DateComponents.PowerOfTen(3 - place) % 10);
}
