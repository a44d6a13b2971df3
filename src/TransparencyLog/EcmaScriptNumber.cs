using System.Diagnostics;
using System.Globalization;

namespace TransparencyLog;

/// <summary>Formats numbers as ECMAScript does, as RFC 8785 requires (section 3.2.2.3): the fewest digits that round-trip.</summary>
internal static class EcmaScriptNumber
{
    /// <summary>An upper bound for the length of a number, such as <c>-0.0000012345678901234567</c>.</summary>
    public const int MaxLength = 32;

    /// <summary>Writes a finite number, and returns the number of bytes written.</summary>
    public static int Write(double value, Span<byte> destination)
    {
        if (value == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        // "R" yields the shortest digits too, but in another layout, such as -1.2345E-07.
        Span<byte> shortest = stackalloc byte[MaxLength];
        if (!value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture))
            throw new UnreachableException();
        Span<byte> digits = stackalloc byte[MaxLength];
        var (count, point) = Digits(shortest[..length], digits);
        return LayOut(value < 0, digits[..count], point, destination);
    }

    /// <summary>Extracts the significant digits and the position of the decimal point: the number is 0.{digits} × 10^point.</summary>
    private static (int Count, int Point) Digits(ReadOnlySpan<byte> shortest, Span<byte> digits)
    {
        var (count, point, exponent, seenPoint) = (0, 0, 0, false);
        for (var place = 0; place < shortest.Length; place++)
        {
            var c = shortest[place];
            if (c == 'E')
            {
                exponent = int.Parse(shortest[(place + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }

            if (c == '.')
            {
                seenPoint = true;
            }
            else if (c != '-')
            {
                if (count > 0 || c != '0')
                    digits[count++] = c;
                if (!seenPoint && count > 0)
                    point++;
                else if (seenPoint && count == 0)
                    point--;
            }
        }

        while (digits[count - 1] == '0')
            count--;
        return (count, point + exponent);
    }

    /// <summary>Lays out the digits as Number::toString in ECMA-262: with an exponent below 10^-6 and from 10^21 on.</summary>
    private static int LayOut(bool negative, ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        var length = 0;
        if (negative)
            destination[length++] = (byte)'-';
        if (point is > 0 and <= 21)
        {
            for (var place = 0; place < Math.Max(digits.Length, point); place++)
            {
                if (place == point)
                    destination[length++] = (byte)'.';
                destination[length++] = place < digits.Length ? digits[place] : (byte)'0';
            }
        }
        else if (point is > -6 and <= 0)
        {
            "0."u8.CopyTo(destination[length..]);
            length += 2;
            destination.Slice(length, -point).Fill((byte)'0');
            length -= point;
            digits.CopyTo(destination[length..]);
            length += digits.Length;
        }
        else
        {
            destination[length++] = digits[0];
            if (digits.Length > 1)
            {
                destination[length++] = (byte)'.';
                digits[1..].CopyTo(destination[length..]);
                length += digits.Length - 1;
            }

            destination[length++] = (byte)'e';
            destination[length++] = point > 0 ? (byte)'+' : (byte)'-';
            Math.Abs(point - 1).TryFormat(destination[length..], out var exponent, default, CultureInfo.InvariantCulture);
            length += exponent;
        }

        return length;
    }
}
