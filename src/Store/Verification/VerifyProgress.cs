using Spectre.Console;

namespace ArtsakhLedger.Verification;

/// <summary>Shows on a terminal how far a part of the work is, as a bar; elsewhere it says nothing.</summary>
public static class VerifyProgress
{
    /// <summary>Shows a bar where there is a terminal.</summary>
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
                return verify(new Told(done => bar.Value = done));
            });
    }

    /// <summary>Shows nothing.</summary>
    public static Task<Mismatch?> QuietAsync(string part, long total, Func<IProgress<long>, Task<Mismatch?>> verify) =>
        verify(new Told(_ => { }));

    /// <summary>Tells at once, on the caller's thread, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
