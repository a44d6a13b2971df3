using System.Security.Cryptography;
using ArtsakhLedger.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArtsakhLedger.Tests.Access;

/// <summary>An OpenID Connect issuer on this machine: its configuration, its public keys, and tokens.</summary>
public sealed class TrialIssuer : IAsyncDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WebApplication issuer;

    private TrialIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        issuer = builder.Build();
        issuer.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Text($$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/keys"}""", "application/json")
        );
        issuer.MapGet("/keys", () => Results.Text($$"""{"keys":[{{PublicKey()}}]}""", "application/json"));
    }

    public string Address => issuer.Urls.Single();

    public static async Task<TrialIssuer> StartAsync()
    {
        var started = new TrialIssuer();
        await started.issuer.StartAsync();
        return started;
    }

    public string Issue(
        IDictionary<string, object> claims,
        string? from = null,
        string audience = AccessSettings.DefaultAudience,
        SigningCredentials? signedWith = null
    ) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = from ?? Address,
                Audience = audience,
                Expires = DateTime.UtcNow.AddHours(1),
                Claims = claims,
                SigningCredentials = signedWith ?? new(new ECDsaSecurityKey(key) { KeyId = "1" }, SecurityAlgorithms.EcdsaSha256),
            }
        );

    /// <summary>As it is published, and as somebody could misuse it.</summary>
    public string PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"kty":"EC","use":"sig","kid":"1","crv":"P-256","x":"{{Base64UrlEncoder.Encode(point.X)}}","y":"{{Base64UrlEncoder.Encode(point.Y)}}"}""";
    }

    public async ValueTask DisposeAsync()
    {
        await issuer.DisposeAsync();
        key.Dispose();
    }
}
