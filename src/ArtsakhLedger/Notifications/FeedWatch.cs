using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Notifications;

/// <summary>Watches for entries that any node appends: with one query at a time for all readers of the feed, and none while there are no
/// readers.</summary>
public sealed class FeedWatch(LedgerReader ledger, FeedPages pages, DatabaseMonitor watch, ILogger<FeedWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>The number of queries between two heartbeats: one heartbeat every fifteen seconds, before a proxy closes an idle
    /// connection.</summary>
    private const int LooksPerBeat = 60;

    private volatile Signal current = new(FeedTail.Nothing);
    private int followers;
    private long looks;

    /// <summary>How far the feed has come.</summary>
    public FeedTail Tail => current.Tail;

    /// <summary>The current number of readers.</summary>
    public int Followers => Volatile.Read(ref followers);

    /// <summary>The number of queries so far.</summary>
    public long Looks => Interlocked.Read(ref looks);

    /// <summary>Starts to follow the feed, until the result is disposed.</summary>
    public IDisposable Follow()
    {
        Interlocked.Increment(ref followers);
        return new Following(this);
    }

    /// <summary>Waits until the feed has moved on, or for the next heartbeat.</summary>
    public async Task<FeedTail> AfterAsync(FeedTail seen, CancellationToken cancellation)
    {
        var signal = current;
        return signal.Tail == seen ? await signal.Next.Task.WaitAsync(cancellation) : signal.Tail;
    }

    /// <summary>Events after an earlier position of the feed, as many as are in one page.</summary>
    public async Task<IEnumerable<byte[]>> EventsAsync(FeedTail tail, long after)
    {
        var page = FeedPages.PageOf(after + 1);
        var events = page == FeedPages.PageOf(tail.Last) ? tail.Newest : await pages.FullPageAsync(page);
        return events.Skip((int)(after - (page * FeedPages.Size)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            for (var tick = 1; await timer.WaitForNextTickAsync(stoppingToken); tick++)
            {
                if (Followers > 0)
                {
                    await LookAsync(isBeat: tick % LooksPerBeat == 0, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed before it has stopped would report this as a failure.
        }
    }

    /// <summary>What went wrong at the last look, which is logged once.</summary>
    private string? trouble;

    private async Task LookAsync(bool isBeat, CancellationToken cancellation)
    {
        var tail = Tail;
        try
        {
            var head = (await ledger.HeadAsync(cancellation)).Position;
            Interlocked.Increment(ref looks);
            if (head > tail.Last)
            {
                var begin = FeedPages.PageOf(head) * FeedPages.Size;
                IReadOnlyList<byte[]> known = tail.Last > begin ? tail.Newest : [];
                tail = tail with { Last = head, Newest = [.. known, .. await pages.ReadAsync(begin + known.Count, head)] };
            }

            trouble = null;
        }
        catch (Exception refused) when (DatabaseErrors.IsUnavailable(refused))
        {
            watch.Report(refused);
        }
        catch (Exception refused) when (!cancellation.IsCancellationRequested)
        {
            if (refused.Message != trouble)
            {
                log.LogError(refused, "The feed cannot look for new entries; it will try again");
            }

            trouble = refused.Message;
        }

        if (isBeat)
        {
            tail = tail with { Beat = tail.Beat + 1 };
        }

        if (tail != Tail)
        {
            var before = current;
            current = new(tail);
            before.Next.SetResult(tail);
        }
    }

    /// <summary>The state of the feed, and a task that completes with the next one.</summary>
    private sealed record Signal(FeedTail Tail)
    {
        public TaskCompletionSource<FeedTail> Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Following(FeedWatch feed) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                Interlocked.Decrement(ref feed.followers);
            }
        }
    }
}
