using ArtsakhLedger.Embedded;
using ArtsakhLedger.Ledger;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArtsakhLedger.Access;

/// <summary>The ledger's own tokens (JWT, RFC 7519), for installations without an OpenID Connect issuer.</summary>
/// <remarks>Signed with HS256: the program that issues them is the one that verifies them, so a second, public key would have no reader.</remarks>
public sealed class LedgerTokens(AccessSettings settings)
{
    /// <summary>The <c>iss</c> of the ledger's own tokens.</summary>
    public const string Issuer = "artsakh-ledger";

    // Not remembered when it fails: what keeps the key away may be mended while the service runs.
    private readonly Lazy<SymmetricSecurityKey> key = new(
        () => new SymmetricSecurityKey(SigningKey.ReadOrCreate(settings.KeyFile ?? DefaultKeyFile())),
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <exception cref="AccessException">The key cannot be read or made.</exception>
    public SecurityKey Key => key.Value;

    /// <summary>Checks the key where there is one already. Otherwise a broken one would first be noticed by somebody who records something.</summary>
    /// <exception cref="AccessException">The file of the key holds none, or cannot be read.</exception>
    public void RequireUsableKey()
    {
        if (settings.Authority is null && (settings.KeyFile ?? FileInData()) is { } file && File.Exists(file))
        {
            _ = Key;
        }
    }

    /// <summary>A token that gives an author a role until some time.</summary>
    /// <exception cref="AccessException">The key cannot be read or made.</exception>
    public string Issue(Author author, string role, DateTimeOffset from, DateTimeOffset until) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = settings.Audience,
                IssuedAt = from.UtcDateTime,
                Expires = until.UtcDateTime,
                Claims = new Dictionary<string, object>
                {
                    [AuthorInToken.SubjectClaim] = author.Subject,
                    [AuthorInToken.NameClaim] = author.Name,
                    [AccessSettings.DefaultRoleClaim] = new[] { role },
                },
                SigningCredentials = new(Key, SecurityAlgorithms.HmacSha256),
            }
        );

    private static string? FileInData() => UserData.Folder() is { } data ? Path.Combine(data, "access", "token-key") : null;

    private static string DefaultKeyFile() =>
        FileInData()
        ?? throw new AccessException(
            "The user has no home directory to keep the key of tokens in: set HOME, or name a file with Access:KeyFile."
        );
}
