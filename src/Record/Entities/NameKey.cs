using System.Globalization;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Entities;

/// <summary>Search keys of names: names that differ only in case, diacritics, punctuation and white space have the same key.</summary>
public static class NameKey
{
    /// <summary>The key of a name; empty if it has neither letters nor digits.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in NormalForm.Decompose(name.ToLowerInvariant()).EnumerateRunes())
        {
            if (CommonSpelling(rune) is { } letters)
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

    /// <summary>Common spellings of letters that Unicode does not decompose.</summary>
    private static string? CommonSpelling(Rune letter) =>
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
