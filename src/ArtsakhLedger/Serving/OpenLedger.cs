using ArtsakhLedger.Database;
using ArtsakhLedger.Guides;
using Wolverine.Http;

namespace ArtsakhLedger.Serving;

/// <summary>Lets a request through to the ledger when it is open.</summary>
public static class OpenLedger
{
    // Another request may just be forgetting the same connections; it takes milliseconds.
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
            context.RequestServices.GetRequiredService<Opening>().RequireOpened();
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

    /// <summary>Otherwise the first request after a restart of the database would get the error of an old connection.</summary>
    private static bool MayBeStale(HttpContext context, Exception exception) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Response.HasStarted
        && DatabaseErrors.IsUnavailable(exception)
        && !context.RequestServices.GetRequiredService<DatabaseMonitor>().IsUnavailable;
}
