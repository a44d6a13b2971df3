using System.Globalization;
using System.Text;
using System.Xml;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Text of the record in a picture: nothing that XML cannot hold, each piece isolated from the direction of what stands around it (Unicode's
/// isolates, which SVG honours everywhere), long ones cut and in lines.</summary>
public static class PictureText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const string Cut = "…";

    /// <summary>The text by itself. Whatever in it would change the direction of what follows is shown instead, as in a page.</summary>
    public static string Isolated(string text)
    {
        var isolated = new StringBuilder(text.Length + 2).Append(FirstStrongIsolate);
        foreach (var rune in RecordText.Shown(text).EnumerateRunes())
        {
            isolated.Append(IsShown(rune) ? rune.ToString() : " ");
        }

        return isolated.Append(PopIsolate).ToString();
    }

    /// <summary>The text in lines, each isolated; cut where it has too many.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most letters of a line.</param>
    /// <param name="most">The most lines.</param>
    public static IReadOnlyList<string> Lines(string text, int width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && LengthOf(line) + 1 + LengthOf(word) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        lines.Add(line);
        if (lines.Count > most)
        {
            lines = [.. lines.Take(most - 1), lines[most - 1] + Cut];
        }

        return lines.ConvertAll(Isolated);
    }

    /// <summary>What XML can hold, and what begins no line or paragraph of its own.</summary>
    private static bool IsShown(Rune rune) =>
        (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
        && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>A word that is longer than a line in as many pieces as it takes, between letters with their accents.</summary>
    private static IEnumerable<string> Pieces(string word, int width)
    {
        var starts = StringInfo.ParseCombiningCharacters(word);
        for (var i = 0; i < starts.Length; i += width)
        {
            yield return word[starts[i]..(i + width < starts.Length ? starts[i + width] : word.Length)];
        }
    }

    private static int LengthOf(string text) => StringInfo.ParseCombiningCharacters(text).Length;
}
