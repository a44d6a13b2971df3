using System.Security.Claims;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ArtsakhLedger.Access;

/// <summary>Validates bearer tokens, and keeps only the author and the roles of a valid one.</summary>
public sealed class BearerTokens(AccessSettings settings, LedgerTokens own) : IConfigureNamedOptions<JwtBearerOptions>
{
    /// <summary>How far the clocks of two machines may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PatienceWithIssuer = TimeSpan.FromSeconds(10);

    // An issuer's keys are public, so these must not include an algorithm that uses the key as a shared secret.
    private static readonly string[] AlgorithmsOfIssuers =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new()
        {
            ClockSkew = ClockSkew,
            ValidAudience = settings.Audience,
            ValidAlgorithms = AlgorithmsOfIssuers,
        };
        if (settings.Authority is { } authority)
        {
            options.Authority = authority.OriginalString;
            options.BackchannelTimeout = PatienceWithIssuer;
            options.RequireHttpsMetadata = authority.Scheme == Uri.UriSchemeHttps;
        }
        else
        {
            options.TokenValidationParameters.ValidIssuer = LedgerTokens.Issuer;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => [own.Key];
        }

        options.Events = new()
        {
            OnMessageReceived = PrepareAsync,
            OnTokenValidated = Keep,
            OnChallenge = AccessProblems.AnswerChallengeAsync,
            OnForbidden = AccessProblems.AnswerForbiddenAsync,
        };
    }

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    /// <summary>Skips the check for reads, which need no token; only a comparison of a quote tells more to those who have one. If the issuer's keys cannot be fetched, the token is not called
    /// invalid.</summary>
    private static async Task PrepareAsync(MessageReceivedContext context)
    {
        if (!WriteRoleRequirement.IsWriting(context.Request) && !WriteRateLimit.ComparesQuote(context.Request))
        {
            context.NoResult();
        }
        else if (context.Options.ConfigurationManager is { } issuer && context.Request.Headers.Authorization.Count > 0)
        {
            try
            {
                await issuer.GetConfigurationAsync(context.HttpContext.RequestAborted);
            }
            catch (InvalidOperationException away)
            {
                context.Fail(
                    new AccessException(
                        $"The configuration of {context.Options.Authority} cannot be fetched: {away.GetBaseException().Message}",
                        away
                    )
                );
            }
        }
    }

    private Task Keep(TokenValidatedContext context)
    {
        var token = context.Principal!;
        try
        {
            var author = Author.From(token.FindFirstValue(TokenAuthor.SubjectClaim), token.FindFirstValue(TokenAuthor.NameClaim));
            // The ledger's own tokens have their roles where the ledger wrote them.
            var claim = settings.Authority is null ? AccessSettings.DefaultRoleClaim : settings.RoleClaim;
            var roles = TokenRoles.Of(token.Claims, claim);
            context.Principal = new(
                new ClaimsIdentity(
                    [
                        new(TokenAuthor.SubjectClaim, author.Subject),
                        new(TokenAuthor.NameClaim, author.Name),
                        .. roles.Select(role => new Claim(AccessSettings.DefaultRoleClaim, role)),
                    ],
                    JwtBearerDefaults.AuthenticationScheme,
                    TokenAuthor.NameClaim,
                    AccessSettings.DefaultRoleClaim
                )
            );
        }
        catch (UnusableAuthorException unusable)
        {
            context.Fail(unusable);
        }

        return Task.CompletedTask;
    }
}
