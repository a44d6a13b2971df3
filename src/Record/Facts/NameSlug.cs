using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Unicode;

namespace ArtsakhLedger.Facts;

/// <summary>The part of an id that stands for a name: the name in lower-case ASCII letters, digits and hyphens.</summary>
internal static class NameSlug
{
    private const int MaximumLength = 100;
    private const int DigestLength = 12;

    /// <summary>The slug of a name. A name with letters outside ASCII, or a very long one, gets a digest, so that different names have different slugs.</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            FoldedLetters.Append(folded, rune);
        }

        var slug = new StringBuilder();
        var isWhole = true;
        foreach (var rune in folded.ToString().EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                slug.Append((char)rune.Value);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                isWhole = false;
            }
            else if (rune.IsAscii && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var words = slug.ToString().Trim('-');
        if (isWhole && words.Length is > 0 and <= MaximumLength)
        {
            return words.Replace("--", "-", StringComparison.Ordinal);
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded.ToString())))[..DigestLength];
        var begin = words[..Math.Min(words.Length, MaximumLength)].Trim('-');
        return begin.Length == 0 ? digest : $"{begin}-{digest}";
    }
}
