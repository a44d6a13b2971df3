using System.Diagnostics;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.PackedHistories;

namespace Benchmarks.AsOf;

/// <summary>What it takes to pack the history of a polity, without a database.</summary>
internal static class Packing
{
    public static int Run(IReadOnlyList<string> args)
    {
        var sizes = Sizes.Parse(args);
        var world = new SyntheticWorld(400).Descriptions();
        for (var number = 1; number <= sizes.Polities; number++)
        {
            var entries = new[]
            {
                world,
                SyntheticPolity.BatchOf(number, sizes.Facts),
                SyntheticPolity.CorrectionsOf(number, sizes.Facts, sizes.Corrections),
            }
                .SelectMany(batch => batch.Entries)
                .Select(
                    (entry, i) =>
                        new RecordedFact(i + 1, DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(i), Importer.Author, null, entry.Fact)
                )
                .ToList();
            var watch = Stopwatch.StartNew();
            var making = new HistoryBuilder(SyntheticWorld.Polity(number));
            foreach (var entry in entries)
            {
                making.Append(entry);
            }

            var history = making.Build(0)!;
            Console.WriteLine(
                $"{entries.Count:N0} entries in {watch.Elapsed.TotalMilliseconds:N0} ms: {history.Versions:N0} versions, {(double)history.Size / history.Versions:N0} bytes each."
            );
        }

        return 0;
    }
}
