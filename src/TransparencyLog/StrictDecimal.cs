using System.Globalization;

namespace TransparencyLog;

/// <summary>Parses decimal numbers as in the C2SP formats: ASCII digits, no sign, no leading zeros.</summary>
internal static class StrictDecimal
{
    public static bool TryParse(ReadOnlySpan<char> text, out long number)
    {
        number = -1;
        return (text is [>= '1' and <= '9', ..] or ['0'])
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
