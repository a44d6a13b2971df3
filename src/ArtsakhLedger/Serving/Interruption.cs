using System.Runtime.InteropServices;

namespace ArtsakhLedger.Serving;

/// <summary>Turns Ctrl+C and SIGTERM into a cancellation, even before the host can listen for them.</summary>
public sealed class Interruption : IDisposable
{
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
                interrupted.Cancel();
            }
        );
}
