using System.Globalization;
using System.Text;
using System.Xml;

namespace ArtsakhLedger.Pages.Timeline;

/// <summary>Text of the record in a picture: without characters that XML forbids, isolated with Unicode's directional isolates, and broken into lines.</summary>
public static class PictureText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const string Cut = "…";

    /// <summary>The text within isolates. Other bidirectional controls are shown by their numbers, as in a page.</summary>
    public static string Isolated(string text)
    {
        var isolated = new StringBuilder(text.Length + 2).Append(FirstStrongIsolate);
        foreach (var rune in RecordText.Shown(text).EnumerateRunes())
        {
            isolated.Append(IsShown(rune) ? rune.ToString() : " ");
        }

        return isolated.Append(PopIsolate).ToString();
    }

    /// <summary>The text in lines, each isolated; cut where it has too many lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The maximum length of a line, in characters as people count them.</param>
    /// <param name="most">The maximum number of lines.</param>
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

    private static bool IsShown(Rune rune) =>
        (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
        && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Splits a word that is longer than a line, never between a letter and its accents.
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
