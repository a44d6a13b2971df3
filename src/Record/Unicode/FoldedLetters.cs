using System.Globalization;
using System.Text;

namespace ArtsakhLedger.Unicode;

/// <summary>The letters of a text without case, marks and compatibility forms: decomposed (NFKD), and case-folded in full. The base library does neither
/// with InvariantGlobalization.</summary>
public static class FoldedLetters
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly Lazy<Dictionary<int, string>> Table = new(Read);

    /// <summary>Appends what a letter becomes: nothing for a mark, several letters for a ligature.</summary>
    public static void Append(StringBuilder text, Rune letter)
    {
        if (letter.IsAscii)
        {
            text.Append(char.ToLowerInvariant((char)letter.Value));
        }
        else if (letter.Value is >= FirstSyllable and <= LastSyllable)
        {
            AppendSyllable(text, letter.Value - FirstSyllable);
        }
        else if (Table.Value.TryGetValue(letter.Value, out var folded))
        {
            text.Append(folded);
        }
        else if (Rune.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        {
            // Letters that are newer than the table. Cherokee, whose small letters came later, is folded to capitals.
            text.Append((letter.Value is >= 0x13A0 and <= 0x13F5 ? letter : Rune.ToLowerInvariant(letter)).ToString());
        }
    }

    /// <summary>The letters of a Hangul syllable (The Unicode Standard, section 3.12).</summary>
    private static void AppendSyllable(StringBuilder text, int syllable)
    {
        text.Append((char)(0x1100 + (syllable / (Vowels * Finals))));
        text.Append((char)(0x1161 + (syllable % (Vowels * Finals) / Finals)));
        if (syllable % Finals is > 0 and var final)
        {
            text.Append((char)(0x11A7 + final));
        }
    }

    private static Dictionary<int, string> Read()
    {
        using var stream = typeof(FoldedLetters).Assembly.GetManifestResourceStream("folded-letters.txt")!;
        using var lines = new StreamReader(stream, Encoding.ASCII);
        var table = new Dictionary<int, string>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var separator = line.IndexOf(';', StringComparison.Ordinal);
            table.Add(
                CodePoint(line[..separator]),
                string.Concat(
                    line[(separator + 1)..]
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(code => char.ConvertFromUtf32(CodePoint(code)))
                )
            );
        }

        return table;
    }

    private static int CodePoint(string hexadecimal) =>
        int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
