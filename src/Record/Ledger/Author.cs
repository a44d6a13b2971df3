using System.Globalization;
using System.Text;

namespace ArtsakhLedger.Ledger;

/// <summary>The person or program that records something, as its token says. Permanent and public: shown in every event and history.</summary>
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

    /// <summary>Creates an author. Without a display name, the subject is shown.</summary>
    /// <exception cref="UnusableAuthorException">The subject or name cannot be shown in a public record; the message says why.</exception>
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

    /// <summary>Whether a character cannot break or disguise a line of a history. Half a surrogate pair is read as U+FFFD.</summary>
    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
