using ArtsakhLedger.Telemetry;
using Spectre.Console;

namespace ArtsakhLedger.Import;

/// <summary>Shows the progress of an import as a bar on a terminal; shows nothing elsewhere.</summary>
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
            return import(new SynchronousProgress<int>(_ => { }));
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
                var report = await import(new SynchronousProgress<int>(done => bar.Value = done));
                bar.Value = bar.MaxValue;
                return report;
            });
    }
}
