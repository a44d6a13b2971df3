using System.Runtime.InteropServices;

namespace ArtsakhLedger.Serving;

/// <summary>Ctrl+C and SIGTERM as a cancellation, from before the host is there to listen to them.</summary>
public sealed class Interruption : IDisposable
{
    private const int ThreadsToEndWith = 64;

    private readonly CancellationTokenSource interrupted = new();
    private readonly PosixSignalRegistration[] signals;

    public Interruption() => signals = [Listen(PosixSignal.SIGINT), Listen(PosixSignal.SIGTERM)];

    public CancellationToken Token => interrupted.Token;

    public void Dispose()
    {
        Array.ForEach(signals, signal => signal.Dispose());
        interrupted.Dispose();
    }

    private PosixSignalRegistration Listen(PosixSignal signal) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                // What ends the program does not wait behind requests that compute.
                ThreadPool.SetMinThreads(ThreadsToEndWith, ThreadsToEndWith);
                interrupted.Cancel();
            }
        );
}
