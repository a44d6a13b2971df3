using System.Runtime.InteropServices;

namespace ArtsakhLedger.Serving;

/// <summary>Turns Ctrl+C and SIGTERM into a cancellation, even before the host can listen for them.</summary>
public sealed class Interruption : IDisposable
{
    private const int ThreadsToEndWith = 64;

    private readonly CancellationTokenSource interrupted = new();
    private readonly TaskCompletionSource ended = new();
    private readonly PosixSignalRegistration[] signals;
    private (TimeSpan After, Action Act)? lastResort;

    public Interruption() => signals = [Listen(PosixSignal.SIGINT), Listen(PosixSignal.SIGTERM)];

    public CancellationToken Token => interrupted.Token;

    /// <summary>Does something when the program has not ended some time after it was interrupted, on a thread that waits for nothing else.</summary>
    public void WhenOverdue(TimeSpan after, Action act) => lastResort = (after, act);

    public void Dispose()
    {
        ended.TrySetResult();
        Array.ForEach(signals, signal => signal.Dispose());
        interrupted.Dispose();
    }

    private PosixSignalRegistration Listen(PosixSignal signal) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                WatchTheEnd();
                // What ends the program does not wait behind requests that compute.
                ThreadPool.SetMinThreads(ThreadsToEndWith, ThreadsToEndWith);
                interrupted.Cancel();
            }
        );

    private void WatchTheEnd()
    {
        if (lastResort is var (after, act))
        {
            var watching = new Thread(() =>
            {
                if (!ended.Task.Wait(after))
                {
                    act();
                }
            })
            {
                IsBackground = true,
            };
            watching.Start();
        }
    }
}
