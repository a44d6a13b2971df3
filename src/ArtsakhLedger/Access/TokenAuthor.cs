using System.Security.Claims;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Access;

/// <summary>Finds the author of a request in its token.</summary>
public static class TokenAuthor
{
    /// <summary>The claim of the subject (RFC 7519).</summary>
    public const string SubjectClaim = "sub";

    /// <summary>The claim of the display name (OpenID Connect Core 1.0, section 5.1).</summary>
    public const string NameClaim = "name";

    /// <summary>The author of an authorized request.</summary>
    /// <exception cref="InvalidOperationException">The request has no valid token.</exception>
    public static Author Author(this ClaimsPrincipal user) =>
        user.FindFirstValue(SubjectClaim) is { } subject
            ? Ledger.Author.From(subject, user.FindFirstValue(NameClaim))
            : throw new InvalidOperationException("Only a request with a valid token has an author.");
}
