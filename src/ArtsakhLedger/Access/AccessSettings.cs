using System.Globalization;

namespace ArtsakhLedger.Access;

/// <summary>Which tokens the ledger accepts: those of an OpenID Connect issuer if one is configured, otherwise its own.</summary>
/// <param name="Authority">The issuer's address, under which <c>.well-known/openid-configuration</c> is found; null for the ledger's own
/// tokens.</param>
/// <param name="Audience">The audience that a token's <c>aud</c> must name.</param>
/// <param name="RoleClaim">The claim with the roles in the issuer's tokens; <c>realm_access.roles</c> is the member <c>roles</c> of the claim
/// <c>realm_access</c>.</param>
/// <param name="KeyFile">The file with the key that signs the ledger's own tokens; null for one in the user's data directory.</param>
/// <param name="WritesPerMinute">How many write requests an author may send per minute.</param>
public sealed record AccessSettings(Uri? Authority, string Audience, string RoleClaim, string? KeyFile, int WritesPerMinute)
{
    public const string DefaultAudience = "artsakh-ledger";

    /// <summary>The claim for roles in RFC 9068, and in the ledger's own tokens.</summary>
    public const string DefaultRoleClaim = "roles";

    /// <summary>Stops a runaway program; far above what people and imports send.</summary>
    public const int DefaultWritesPerMinute = 300_000;

    /// <exception cref="AccessException">A setting cannot be used.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        var access = configuration.GetSection("Access");
        return new(
            AuthorityOf(access["Authority"]),
            access["Audience"] is { Length: > 0 } audience ? audience : DefaultAudience,
            access["RoleClaim"] is { Length: > 0 } claim ? claim : DefaultRoleClaim,
            access["KeyFile"] is { Length: > 0 } file ? Path.GetFullPath(file) : null,
            WritesPerMinuteOf(access["WritesPerMinute"])
        );
    }

    private static int WritesPerMinuteOf(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return DefaultWritesPerMinute;
        }

        return int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new AccessException($"Access:WritesPerMinute is '{setting}': give a whole number, 1 or more.");
    }

    private static Uri? AuthorityOf(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        // Keys fetched over plain HTTP could come from anyone, except on this machine.
        return
            Uri.TryCreate(setting, UriKind.Absolute, out var authority)
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            ? authority
            : throw new AccessException(
                $"Access:Authority is '{setting}', which is not an https address: name the OpenID Connect issuer, such as https://login.example.org/realms/history."
            );
    }
}
