using System.Globalization;

namespace ArtsakhLedger.Access;

/// <summary>Whose tokens the ledger takes: those of an OpenID Connect issuer where one is named, otherwise its own.</summary>
/// <param name="Authority">The issuer's address, under which <c>.well-known/openid-configuration</c> is found; null: the ledger's own tokens.</param>
/// <param name="Audience">What a token's <c>aud</c> must name.</param>
/// <param name="RoleClaim">The claim that holds the roles; <c>realm_access.roles</c> is the member of a claim that is an object.</param>
/// <param name="KeyFile">The file that holds the key of the ledger's own tokens; null: in the user's data directory.</param>
/// <param name="WritesPerMinute">How many requests that write an author may send in a minute.</param>
public sealed record AccessSettings(Uri? Authority, string Audience, string RoleClaim, string? KeyFile, int WritesPerMinute)
{
    public const string DefaultAudience = "artsakh-ledger";

    /// <summary>Where RFC 9068 puts the roles of an access token, and so do the ledger's own.</summary>
    public const string DefaultRoleClaim = "roles";

    /// <summary>A guard against a program that runs wild, far above what people and imports send.</summary>
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
            : throw new AccessException($"Access:WritesPerMinute is '{setting}': give a whole number from 1.");
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
                $"Access:Authority is '{setting}', which is no https address: name the OpenID Connect issuer, such as https://login.example.org/realms/history."
            );
    }
}
