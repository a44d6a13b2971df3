using System.Globalization;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Entities;

/// <summary>Search keys of names: names that differ only in case, diacritics, punctuation, white space and letters that a script writes in two ways have
/// the same key.</summary>
public static class NameKey
{
    private const int FirstNuskhuri = 0x2D00;
    private const int LastNuskhuri = 0x2D25;
    private const int FirstMkhedruli = 0x10D0;

    /// <summary>The key of a name; empty if it has neither letters nor digits.</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            FoldedLetters.Append(folded, rune);
        }

        var key = new StringBuilder(folded.Length);
        foreach (var rune in folded.ToString().EnumerateRunes())
        {
            if (rune.Value is (>= 0x02B0 and <= 0x02FF) or 0x0559 or 0x0640)
            {
                continue; // apostrophes of transliteration, and the Arabic tatweel, which only lengthens a word
            }

            if (CommonSpelling(rune, key) is { } letters)
            {
                key.Append(letters);
            }
            else if (Digit(rune) is { } digit)
            {
                key.Append((char)('0' + digit));
            }
            else if (Rune.IsLetterOrDigit(rune) || IsKept(Rune.GetUnicodeCategory(rune)))
            {
                key.Append(rune.ToString());
            }
        }

        return key.ToString();
    }

    private static bool IsKept(UnicodeCategory category) =>
        category is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>A decimal digit of any script.</summary>
    private static int? Digit(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : null;

    /// <summary>The common spelling of letters that are written in two ways and that Unicode keeps apart.</summary>
    private static string? CommonSpelling(Rune letter, StringBuilder before) =>
        letter.Value switch
        {
            // Latin
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            'ə' => "e",
            // Armenian: the ligature and its capitals are yech and hiwn, or yech and vew. After vo, hiwn is half of the vowel.
            'ւ' when before.Length == 0 || before[^1] != 'ո' => "վ",
            // Georgian: the church's alphabet
            >= FirstNuskhuri and <= LastNuskhuri => ((char)(letter.Value - FirstNuskhuri + FirstMkhedruli)).ToString(),
            // Russian: before 1918, and Ukrainian and Belarusian as they are
            'і' => "и",
            'ѣ' => "е",
            'ѳ' => "ф",
            'ѵ' => "и",
            // Arabic and Persian
            'ٱ' => "ا",
            'ى' or 'ی' or 'ې' or 'ے' => "ي",
            'ک' or 'ڪ' => "ك",
            'ة' or 'ە' or 'ھ' or 'ہ' => "ه",
            // Hebrew: letters at the end of a word, and those of Yiddish
            'ך' => "כ",
            'ם' => "מ",
            'ן' => "נ",
            'ף' => "פ",
            'ץ' => "צ",
            'װ' => "וו",
            'ױ' => "וי",
            'ײ' => "יי",
            _ => null,
        };
}
