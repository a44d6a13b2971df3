using ArtsakhLedger.Telemetry;
using Spectre.Console;

namespace ArtsakhLedger.Serving;

/// <summary>Shows progress as a bar on a terminal; shows nothing elsewhere.</summary>
public sealed class ProgressBars(IAnsiConsole console) : IProgressDisplay
{
    public Task<T> RunAsync<T>(string title, long total, Func<IProgress<long>, Task<T>> work) =>
        console.Profile.Capabilities.Interactive && total > 0
            ? console
                .Progress()
                .StartAsync(context =>
                {
                    var bar = context.AddTask(Markup.Escape(title), maxValue: total);
                    return work(new SynchronousProgress<long>(done => bar.Value = done));
                })
            : NullProgressDisplay.Instance.RunAsync(title, total, work);
}
