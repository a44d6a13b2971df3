using Spectre.Console;

namespace ArtsakhLedger.Import;

/// <summary>Shows on a terminal how far an import is, as a bar; elsewhere it says nothing.</summary>
public static class ImportProgress
{
    public static Task<ImportReport> ShowAsync(
        IAnsiConsole console,
        IReadOnlyList<Batch> batches,
        Func<IProgress<int>, Task<ImportReport>> import
    )
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return import(new Told(_ => { }));
        }

        var total = batches.Sum(batch => batch.Entries.Count);
        return console
            .Progress()
            .StartAsync(async context =>
            {
                var bar = context.AddTask(
                    $"Importing {total} entries of {batches.Count} batch{(batches.Count == 1 ? "" : "es")}",
                    maxValue: Math.Max(total, 1)
                );
                var report = await import(new Told(done => bar.Value = done));
                bar.Value = bar.MaxValue;
                return report;
            });
    }

    /// <summary>Tells at once, on the caller's thread, unlike <see cref="Progress{T}"/>.</summary>
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
