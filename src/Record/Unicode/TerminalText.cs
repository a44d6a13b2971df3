using System.Globalization;
using System.Text;

namespace ArtsakhLedger.Unicode;

/// <summary>Text of the record for a terminal, which would obey control characters and bidirectional formatting in it.</summary>
public static class TerminalText
{
    /// <summary>One line of text: control characters (line breaks and tabs too), bidirectional formatting and line separators are shown by their
    /// numbers.</summary>
    public static string Of(string? text) => Shown(text, char.IsControl);

    /// <summary>Text that the program has broken into lines itself.</summary>
    public static string OfLines(string? text) =>
        Shown(text, character => character is not ('\n' or '\r' or '\t') && char.IsControl(character));

    /// <summary>JSON, in which such characters are escapes: it means the same.</summary>
    public static string InJson(string json) => Shown(json, char.IsControl, "\\u{0:x4}");

    private static string Shown(string? text, Func<char, bool> isControl, string form = "[U+{0:X4}]")
    {
        if (text is null || !text.Any(character => isControl(character) || IsFormatting(character)))
        {
            return text ?? "";
        }

        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ =
                isControl(character) || IsFormatting(character)
                    ? shown.AppendFormat(CultureInfo.InvariantCulture, form, (int)character)
                    : shown.Append(character);
        }

        return shown.ToString();
    }

    private static bool IsFormatting(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
