using System.Globalization;
using System.Text;

namespace ArtsakhLedger.Ledger;

/// <summary>Who records something, as their token says it. Permanent and public: it stands in every event and every history.</summary>
public sealed record Author
{
    // The longest subject that OpenID Connect allows.
    private const int LongestSubject = 255;
    private const int LongestName = 200;

    private Author(string subject, string name) => (Subject, Name) = (subject, name);

    /// <summary>Identifies the author at the issuer: 1 to 255 characters.</summary>
    public string Subject { get; }

    /// <summary>The display name: 1 to 200 characters.</summary>
    public string Name { get; }

    /// <summary>An author without a display name is shown by the subject.</summary>
    /// <exception cref="UnusableAuthorException">One of the two cannot stand in a public record; the message says why.</exception>
    public static Author From(string? subject, string? name) =>
        new(
            Checked(subject, "subject", LongestSubject),
            Checked(string.IsNullOrWhiteSpace(name) ? subject : name, "display name", LongestName)
        );

    private static string Checked(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnusableAuthorException($"The {what} is empty.");
        }

        if (text.Length > longest)
        {
            throw new UnusableAuthorException($"The {what} has {text.Length} characters; {longest} are allowed.");
        }

        return text.EnumerateRunes().All(IsPlain)
            ? text.Trim()
            : throw new UnusableAuthorException(
                $"The {what} has a control character, half a character, or one that changes the direction of writing."
            );
    }

    /// <summary>False for what would break or disguise a line of a history. A lone half of a surrogate pair is read as U+FFFD.</summary>
    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
