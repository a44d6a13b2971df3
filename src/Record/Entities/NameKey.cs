using System.Globalization;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Entities;

/// <summary>What is left of a name when case, diacritics, punctuation and white space do not count: by this, names are found.</summary>
public static class NameKey
{
    /// <summary>The key of a name; empty where it has neither letter nor digit.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in NormalForm.Decompose(name.ToLowerInvariant()).EnumerateRunes())
        {
            if (OtherWriting(rune) is { } letters)
            {
                key.Append(letters);
            }
            else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
            {
                key.Append(rune.ToString());
            }
        }

        return key.ToString();
    }

    /// <summary>Letters that Unicode does not take apart and that people write in other ways.</summary>
    private static string? OtherWriting(Rune letter) =>
        letter.ToString() switch
        {
            "ß" => "ss",
            "æ" => "ae",
            "œ" => "oe",
            "ø" => "o",
            "ł" => "l",
            "đ" or "ð" => "d",
            "þ" => "th",
            "ı" => "i",
            "ə" => "e",
            "և" => "եւ",
            _ => null,
        };
}
