namespace ArtsakhLedger.Telemetry;

/// <summary>Shows nothing.</summary>
public sealed class NullProgressDisplay : IProgressDisplay
{
    /// <summary>The only instance.</summary>
    public static NullProgressDisplay Instance { get; } = new();

    private NullProgressDisplay() { }

    public Task<T> RunAsync<T>(string title, long total, Func<IProgress<long>, Task<T>> work) => work(new Discarded());

    private sealed class Discarded : IProgress<long>
    {
        public void Report(long value) { }
    }
}
