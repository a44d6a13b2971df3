using System.Globalization;

namespace TransparencyLog;

/// <summary>Decimal numbers as the C2SP formats write them: ASCII digits, no sign, no leading zero.</summary>
internal static class StrictDecimal
{
    public static bool TryParse(ReadOnlySpan<char> text, out long number)
    {
        number = -1;
        return (text is [>= '1' and <= '9', ..] or ['0'])
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
