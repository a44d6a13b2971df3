using ArtsakhLedger.Database;
using ArtsakhLedger.Guides;
using Wolverine.Http;

namespace ArtsakhLedger.Serving;

/// <summary>Lets a request through once the ledger is open.</summary>
public static class ReadinessMiddleware
{
    // Another request may be clearing the same connections right now, which takes milliseconds.
    private const int Attempts = 4;

    // What needs no database; the guides are wanted most while it cannot be opened.
    private static readonly string[] AlwaysOpen = ["/health", GuideLinks.Guides, "/dates"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task RequireAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<HttpChain>() is not null
            && !Array.Exists(AlwaysOpen, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
        )
        {
            context.RequestServices.GetRequiredService<LedgerStartup>().RequireOpened();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await next(context);
                return;
            }
            catch (Exception exception) when (attempt < Attempts && MayBeStale(context, exception))
            {
                context.RequestServices.GetRequiredService<LedgerDatabase>().ClearPools();
                context.Response.Clear();
                await Task.Delay(Pause, context.RequestAborted);
            }
        }
    }

    /// <summary>Whether the request failed on an old connection, as the first one after a restart of the database does.</summary>
    private static bool MayBeStale(HttpContext context, Exception exception) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Response.HasStarted
        && DatabaseErrors.IsUnavailable(exception)
        && !context.RequestServices.GetRequiredService<DatabaseMonitor>().IsUnavailable;
}
