using System.Globalization;
using System.Security.Claims;
using System.Text;

namespace ArtsakhLedger.Access;

/// <summary>Who records something, as their token says it. Permanent and public: it stands in every event and every history.</summary>
public sealed record Author
{
    /// <summary>The claim of the subject (RFC 7519).</summary>
    public const string SubjectClaim = "sub";

    /// <summary>The claim of the display name (OpenID Connect Core 1.0, section 5.1).</summary>
    public const string NameClaim = "name";

    // The longest subject that OpenID Connect allows.
    private const int LongestSubject = 255;
    private const int LongestName = 200;

    private Author(string subject, string name) => (Subject, Name) = (subject, name);

    /// <summary>Identifies the author at the issuer: 1 to 255 characters.</summary>
    public string Subject { get; }

    /// <summary>The display name: 1 to 200 characters.</summary>
    public string Name { get; }

    /// <summary>The author of a request that was let through to an endpoint that writes.</summary>
    /// <exception cref="InvalidOperationException">The request has no valid token.</exception>
    public static Author Of(ClaimsPrincipal user) =>
        user.FindFirstValue(SubjectClaim) is { } subject
            ? From(subject, user.FindFirstValue(NameClaim))
            : throw new InvalidOperationException("Only a request with a valid token has an author.");

    /// <summary>An author without a display name is shown by the subject.</summary>
    /// <exception cref="AccessException">One of the two cannot stand in a public record; the message says why.</exception>
    public static Author From(string? subject, string? name) =>
        new(
            Checked(subject, "subject", LongestSubject),
            Checked(string.IsNullOrWhiteSpace(name) ? subject : name, "display name", LongestName)
        );

    private static string Checked(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new AccessException($"The {what} is empty.");
        }

        if (text.Length > longest)
        {
            throw new AccessException($"The {what} has {text.Length} characters; {longest} are allowed.");
        }

        return text.EnumerateRunes().All(IsPlain)
            ? text.Trim()
            : throw new AccessException(
                $"The {what} has a control character, half a character, or one that turns the direction of writing."
            );
    }

    /// <summary>False for what would break or disguise a line of a history. A lone half of a surrogate pair is read as U+FFFD.</summary>
    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
