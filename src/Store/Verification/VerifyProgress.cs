using ArtsakhLedger.Telemetry;
using Spectre.Console;

namespace ArtsakhLedger.Verification;

/// <summary>Shows the progress of a verification as a bar on a terminal.</summary>
public static class VerifyProgress
{
    /// <summary>Shows a bar where the console is a terminal.</summary>
    public static ShowPart On(IAnsiConsole console) =>
        console.Profile.Capabilities.Interactive ? (part, total, verify) => ShowAsync(console, part, total, verify) : QuietAsync;

    /// <summary>Shows nothing.</summary>
    public static Task<Mismatch?> QuietAsync(string part, long total, Func<IProgress<long>, Task<Mismatch?>> verify) =>
        verify(new SynchronousProgress<long>(_ => { }));

    private static Task<Mismatch?> ShowAsync(
        IAnsiConsole console,
        string part,
        long total,
        Func<IProgress<long>, Task<Mismatch?>> verify
    ) =>
        console
            .Progress()
            .StartAsync(context =>
            {
                var bar = context.AddTask($"{part}, {total} events", maxValue: Math.Max(total, 1));
                return verify(new SynchronousProgress<long>(done => bar.Value = done));
            });

    /// <summary>Tells at once, on the caller's thread, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
