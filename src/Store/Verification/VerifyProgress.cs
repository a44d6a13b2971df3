using ArtsakhLedger.Telemetry;
using Spectre.Console;

namespace ArtsakhLedger.Verification;

/// <summary>Shows the progress of a verification as a bar on a terminal.</summary>
public static class VerifyProgress
{
    /// <summary>Shows a bar if there is a terminal.</summary>
    public static Task<Mismatch?> ShowAsync(string part, long total, Func<IProgress<long>, Task<Mismatch?>> verify)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            return QuietAsync(part, total, verify);
        }

        return AnsiConsole
            .Progress()
            .StartAsync(context =>
            {
                var bar = context.AddTask($"{part}, {total} events", maxValue: Math.Max(total, 1));
                return verify(new SynchronousProgress<long>(done => bar.Value = done));
            });
    }

    /// <summary>Shows nothing.</summary>
    public static Task<Mismatch?> QuietAsync(string part, long total, Func<IProgress<long>, Task<Mismatch?>> verify) =>
        verify(new SynchronousProgress<long>(_ => { }));
}
