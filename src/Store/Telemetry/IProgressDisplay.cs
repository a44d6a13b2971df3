namespace ArtsakhLedger.Telemetry;

/// <summary>Shows the progress of work that takes a while. The host decides how, and whether anything is shown at all.</summary>
public interface IProgressDisplay
{
    /// <summary>Runs work while showing its progress.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">The number of steps.</param>
    /// <param name="work">The work, which reports the number of steps that are done.</param>
    public Task<T> RunAsync<T>(string title, long total, Func<IProgress<long>, Task<T>> work);
}
