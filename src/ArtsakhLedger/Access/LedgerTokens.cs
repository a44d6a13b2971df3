using ArtsakhLedger.Embedded;
using ArtsakhLedger.Ledger;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArtsakhLedger.Access;

/// <summary>The ledger's own tokens (JWT, RFC 7519), for installations without an OpenID Connect issuer.</summary>
/// <remarks>Signed with HS256: the program that issues them also verifies them, so nobody would use a public key.</remarks>
public sealed class LedgerTokens(AccessSettings settings)
{
    /// <summary>The <c>iss</c> of the ledger's own tokens.</summary>
    public const string Issuer = "artsakh-ledger";

    // A failure is not cached: its cause may be fixed while the service runs.
    private readonly Lazy<SymmetricSecurityKey> key = new(
        () => new SymmetricSecurityKey(SigningKey.ReadOrCreate(settings.KeyFile ?? DefaultKeyFile())),
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <exception cref="AccessException">The key cannot be read or created.</exception>
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

    /// <summary>Issues a token that gives an author a role until a given time.</summary>
    /// <exception cref="AccessException">The key cannot be read or created.</exception>
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
                    [TokenAuthor.SubjectClaim] = author.Subject,
                    [TokenAuthor.NameClaim] = author.Name,
                    [AccessSettings.DefaultRoleClaim] = new[] { role },
                },
                SigningCredentials = new(Key, SecurityAlgorithms.HmacSha256),
            }
        );

    private static string? FileInData() => UserData.Folder() is { } data ? Path.Combine(data, "access", "token-key") : null;

    private static string DefaultKeyFile() =>
        FileInData()
        ?? throw new AccessException(
            "The user has no home directory for the key that signs tokens: set HOME, or name a file with Access:KeyFile."
        );
}
