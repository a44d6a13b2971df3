using System.Globalization;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Access;

/// <summary>Answers a client that may not write: with problem details that say what to do, and the challenge of RFC 6750.</summary>
public static class AccessProblems
{
    private const string Refused = "This address needs a bearer token.";

    public static async Task AnswerChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var settings = context.HttpContext.RequestServices.GetRequiredService<AccessSettings>();
        var problem = Unauthorized(context.AuthenticateFailure, settings, FormBody.WasSent(context.HttpContext));
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = context.AuthenticateFailure is null
                ? Challenge
                : $"{Challenge}, error=\"invalid_token\"";
        }
        else
        {
            Log(context.HttpContext).LogError("Tokens cannot be checked. {Reason}", ServiceFailureIn(context.AuthenticateFailure)!.Message);
        }

        await ProblemAnswers.WriteAsync(context.HttpContext, problem);
    }

    public static Task AnswerForbiddenAsync(ForbiddenContext context) =>
        ProblemAnswers.WriteAsync(
            context.HttpContext,
            RoleMissing(context.HttpContext, WriteRoleRequirement.NeededFor(context.HttpContext))
        );

    /// <summary>The problem of a request whose token does not give the role that it needs.</summary>
    public static RequestProblem RoleMissing(HttpContext context, string needed)
    {
        var held = context.User.FindAll(AccessSettings.DefaultRoleClaim).Select(claim => claim.Value).ToList();
        context.Response.Headers[HeaderNames.WWWAuthenticate] = $"{Challenge}, error=\"insufficient_scope\"";
        return new(
            StatusCodes.Status403Forbidden,
            "role-missing",
            "The token does not give the role that this address needs.",
            $"This needs the role {needed}; the token of {context.User.Author().Name} gives {(held.Count == 0 ? "none" : string.Join(", ", held))}."
        );
    }

    private const string Challenge = "Bearer realm=\"ledger\"";

    private static RequestProblem Unauthorized(Exception? failure, AccessSettings settings, bool inForm)
    {
        var how = settings.Authority is { } authority
            ? $"Get a new one from {authority.OriginalString}"
            : "Get a new one from whoever runs the ledger (token issue on its command line)";
        return failure switch
        {
            null => new(
                StatusCodes.Status401Unauthorized,
                "token-missing",
                Refused,
                $"Reading is open; writing needs a token. {how} and {(inForm ? "type it into the form" : "send it as 'Authorization: Bearer <token>'")}."
            ),
            SecurityTokenExpiredException expired => new(
                StatusCodes.Status401Unauthorized,
                "token-expired",
                "The token has expired.",
                $"It was valid until {expired.Expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}. {how}."
            ),
            _ when ServiceFailureIn(failure) is not null => new(
                StatusCodes.Status503ServiceUnavailable,
                "tokens-unchecked",
                "Tokens cannot be checked at present.",
                "The fault lies with the service or its issuer, not with the token. Reading is open; try again to write. If the problem persists, tell whoever runs the ledger: its log has the cause."
            ),
            _ => new(
                StatusCodes.Status401Unauthorized,
                "token-invalid",
                "The token is not one that this ledger accepts.",
                $"{ReasonFor(failure, settings)} {how}."
            ),
        };
    }

    /// <summary>The failure that keeps the service from checking any token: it cannot read its own key, or fetch those of its
    /// issuer.</summary>
    private static AccessException? ServiceFailureIn(Exception? failure) =>
        failure is null ? null : failure as AccessException ?? ServiceFailureIn(failure.InnerException);

    private static string ReasonFor(Exception failure, AccessSettings settings) =>
        failure switch
        {
            UnusableAuthorException unusable => unusable.Message,
            SecurityTokenNotYetValidException => "It is not valid yet.",
            SecurityTokenInvalidAudienceException => $"It is for another audience than '{settings.Audience}'.",
            SecurityTokenInvalidIssuerException => "It comes from another issuer.",
            SecurityTokenInvalidAlgorithmException => "It is signed in a way that is not accepted.",
            SecurityTokenNoExpirationException => "It never expires.",
            SecurityTokenInvalidSignatureException => "It was not signed with this ledger's key, or was changed since.",
            _ => "It is not a signed JSON Web Token.",
        };

    private static ILogger Log(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AccessProblems));
}
