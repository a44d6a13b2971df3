using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using ArtsakhLedger.Database;
using ArtsakhLedger.Http;

namespace ArtsakhLedger.Notifications;

/// <summary>Sends server-sent events to one reader until it leaves or the service stops. Nothing is kept for a reader but its position; all
/// readers share the events. A reader that does not keep up is disconnected, and resumes where it was.</summary>
/// <param name="after">The position after which it reads.</param>
public sealed class FeedAnswer(long after) : IResult
{
    public const string ContentType = "text/event-stream";

    /// <summary>How long a reader may take to accept more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // a buffering proxy would hold the response back indefinitely
        if (HeadRequests.Is(httpContext))
        {
            return;
        }

        var services = httpContext.RequestServices;
        var feed = services.GetRequiredService<FeedWatch>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted,
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        using var following = feed.Follow();
        try
        {
            await FollowAsync(feed, response.BodyWriter, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader left, or the service stops: the response ends normally.
        }
        catch (Exception refused) when (DatabaseErrors.IsUnavailable(refused))
        {
            // The response has started, so an error cannot be sent: it ends here, and the reader resumes.
            services.GetRequiredService<DatabaseMonitor>().Report(refused);
        }
        catch (TimeoutException)
        {
            httpContext.Abort();
        }
    }

    private async Task FollowAsync(FeedWatch feed, PipeWriter writer, CancellationToken cancellation)
    {
        var (position, tail) = (after, feed.Tail);

        // An id without an event, so that a client that loses the connection before the first event also resumes here.
        writer.Write(Encoding.ASCII.GetBytes($"retry: 1000\nid: {after}\n\n"));
        await FlushAsync(writer, cancellation);
        while (true)
        {
            while (position < tail.Last)
            {
                foreach (var one in await feed.EventsAsync(tail, position))
                {
                    writer.Write(one);
                    position++;
                }

                await FlushAsync(writer, cancellation);
                tail = feed.Tail;
            }

            var next = await feed.AfterAsync(tail, cancellation);
            if (next.Beat != tail.Beat)
            {
                writer.Write(":\n\n"u8);
                await FlushAsync(writer, cancellation);
            }

            tail = next;
        }
    }

    private static async ValueTask FlushAsync(PipeWriter writer, CancellationToken cancellation)
    {
        var flush = writer.FlushAsync(cancellation);
        if (!flush.IsCompletedSuccessfully)
        {
            await flush.AsTask().WaitAsync(Patience, cancellation);
        }
    }
}
