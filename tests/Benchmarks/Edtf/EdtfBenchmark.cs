using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Benchmarks.Edtf;

/// <summary>Measures this library, then edtf.js on the same texts, and prints both.</summary>
internal static class EdtfBenchmark
{
    internal static int Run()
    {
        var summary = BenchmarkRunner.Run<EdtfReading>(
            DefaultConfig
                .Instance.AddDiagnoser(MemoryDiagnoser.Default)
                .AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(logOutput: false)))
        );
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
            return 1;

        var ours = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == nameof(EdtfReading.Corpus));
        var nanoseconds = ours.ResultStatistics!.Mean / EdtfCorpus.Texts.Count;
        Console.WriteLine();
        Console.WriteLine($"{EdtfCorpus.Texts.Count} texts that both read, time for each on average:");
        Console.WriteLine($"  this library  {nanoseconds, 10:N0} ns");
        if (EdtfJs.MeasureNanosecondsPerText() is { } theirs)
            Console.WriteLine($"  npm edtf      {theirs, 10:N0} ns, {theirs / nanoseconds:N0} times as long");
        else
            Console.WriteLine("  npm edtf      not measured: node or npm is not on this machine");
        return 0;
    }
}
