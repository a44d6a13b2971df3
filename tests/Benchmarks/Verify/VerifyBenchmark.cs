using System.Diagnostics;
using System.Globalization;
using ArtsakhLedger.Database;
using ArtsakhLedger.Verification;
using Benchmarks.AsOf;

namespace Benchmarks.Verify;

/// <summary>Verifying a ledger: events, leaves and tree; then the rows of the read model; then the quotes. Each is timed by itself.</summary>
internal static class VerifyBenchmark
{
    private const int FactsOfAPolity = 1_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var polities = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) / FactsOfAPolity : 100;
        await using var server = await LoadedLedger.ServerAsync();
        await using var database = LedgerDatabase.Create(await LoadedLedger.EnsureAsync(server, new(polities, FactsOfAPolity, 0)));
        var (log, rows, quotes) = (new List<double>(), new List<double>(), new List<double>());
        var size = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            await using var ledger = await FrozenLedger.OpenAsync(database, CancellationToken.None);
            size = await ledger.SizeAsync(CancellationToken.None);
            var nobody = new Progress<long>();
            var read = new RowVerification(ledger, nobody);
            var tree = await TimeAsync(() => new LogVerification(ledger, [], nobody).RunAsync(CancellationToken.None));
            var model = await TimeAsync(() => read.RunAsync(CancellationToken.None));
            var quoted = await TimeAsync(async () =>
            {
                var (wrong, texts) = await read.ReadSnapshotsAsync(CancellationToken.None);
                return wrong ?? read.CheckQuotes(texts).Wrong;
            });
            if (round > 0) // the first round warms up
            {
                log.Add(size / tree);
                rows.Add(size / model);
                quotes.Add(size / quoted);
            }
        }

        Console.WriteLine($"| of {size:N0} events | events a second |");
        Console.WriteLine("|---|--:|");
        Console.WriteLine($"| events, leaves and tree | {Median(log):N0} |");
        Console.WriteLine($"| rows of the read model | {Median(rows):N0} |");
        Console.WriteLine($"| quotes | {Median(quotes):N0} |");
        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> TimeAsync(Func<Task<Mismatch?>> verify)
    {
        var watch = Stopwatch.StartNew();
        return await verify() is { } wrong ? throw new InvalidOperationException(wrong.ToString()) : watch.Elapsed.TotalSeconds;
    }
}
