using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using ArtsakhLedger.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace ArtsakhLedger.Access;

/// <summary>Limits how many write requests are let through per minute, and how many quotes are compared for readers without a token. Other reads are
/// not counted.</summary>
public static class WriteRateLimit
{
    /// <summary>The limit for requests without a valid token from one network address; all of them are refused anyway.</summary>
    private const int RefusalsPerMinute = 600;

    /// <summary>How many quotes are compared for those without a token, from one address of the network.</summary>
    private const int QuotesPerMinute = 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddWriteRateLimit(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<AccessSettings>(
                (options, settings) =>
                {
                    options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                        PartitionOf(context, settings.WritesPerMinute)
                    );
                    options.OnRejected = RefuseAsync;
                }
            );
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, int writes)
    {
        if (!WriteRoleRequirement.IsWriting(context.Request))
        {
            return IsQuoteOfReader(context)
                ? RateLimitPartition.GetFixedWindowLimiter($"quotes {context.Connection.RemoteIpAddress}", _ => AMinuteOf(QuotesPerMinute))
                : RateLimitPartition.GetNoLimiter("");
        }

        return context.User.FindFirstValue(TokenAuthor.SubjectClaim) is { } author
            ? RateLimitPartition.GetFixedWindowLimiter($"author {author}", _ => AMinuteOf(writes))
            : RateLimitPartition.GetFixedWindowLimiter(
                $"address {context.Connection.RemoteIpAddress}",
                _ => AMinuteOf(Math.Min(writes, RefusalsPerMinute))
            );
    }

    private static bool IsQuoteOfReader(HttpContext context) =>
        context.User.Identity?.IsAuthenticated is not true && ComparesQuote(context.Request);

    /// <summary>Whether a request asks to compare a quote, which those who may write may do without limit.</summary>
    public static bool ComparesQuote(HttpRequest request) =>
        request.Path.StartsWithSegments("/sources", StringComparison.OrdinalIgnoreCase, out var rest)
        && rest.Value!.TrimEnd('/').EndsWith("/quote", StringComparison.OrdinalIgnoreCase);

    private static FixedWindowRateLimiterOptions AMinuteOf(int permits) => new() { PermitLimit = permits, Window = Minute };

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new(
            ProblemAnswers.WriteAsync(
                rejected.HttpContext,
                new(
                    StatusCodes.Status429TooManyRequests,
                    "too-many-requests",
                    "Too many requests of this kind came in the last minute.",
                    $"Slow down, and send this one again in {seconds} seconds. Nothing was recorded."
                )
            )
        );
    }
}
