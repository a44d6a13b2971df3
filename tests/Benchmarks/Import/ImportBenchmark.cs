using System.Diagnostics;
using System.Globalization;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Telemetry;
using Benchmarks.AsOf;
using Marten;

namespace Benchmarks.Import;

/// <summary>Importer batches, log and read model included, each all or nothing: one large one, and many of the size that people write.</summary>
internal static class ImportBenchmark
{
    private const int Rounds = 3;
    private const int Small = 1_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var facts = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
        // Not one that only its owner may enter: PostgreSQL runs as another user where this runs as root.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"artsakh-ledger-import-{Environment.ProcessId}")).FullName;
        await using var server = await EmbeddedPostgres.StartAsync(
            EmbeddedPostgresOptions.ForCurrentUser() with
            {
                Data = Path.Combine(folder, "postgres"),
                RootData = Path.Combine(folder, "root"),
            },
            new Progress<string>(Console.WriteLine),
            CancellationToken.None
        );
        await using var database = LedgerDatabase.Create(server.ConnectionString);
        await Migration.ApplyAsync(database, CancellationToken.None);
        await using var store = DocumentStore.For(options => EventStore.Configure(options, database.Service));
        var importing = new Importer(database, new LedgerReader(database), new Appender(database, store, TimeProvider.System));
        var batches = facts / Small;
        await RateAsync(importing, [new SyntheticWorld(Math.Max((Rounds + 1) * (batches + 1), 400)).Descriptions()]);

        var (large, small, next) = (new List<double>(), new List<double>(), 1);
        for (var round = 0; round <= Rounds; round++)
        {
            var one = await RateAsync(importing, [SyntheticPolity.BatchOf(next++, facts)]);
            var many = await RateAsync(
                importing,
                [.. Enumerable.Range(next, batches).Select(polity => SyntheticPolity.BatchOf(polity, Small))]
            );
            next += batches;
            if (round > 0) // the first round warms up
            {
                large.Add(one);
                small.Add(many);
            }
        }

        Console.WriteLine("| import | facts a second |");
        Console.WriteLine("|---|--:|");
        Console.WriteLine($"| one batch of {facts:N0} | {Median(large):N0} |");
        Console.WriteLine($"| {batches} batches of {Small:N0} | {Median(small):N0} |");
        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> RateAsync(Importer importing, IReadOnlyList<Batch> batches)
    {
        var watch = Stopwatch.StartNew();
        var report = await importing.ImportAsync(batches, [], NullProgressDisplay.Instance, CancellationToken.None);
        return report.Problems.Count == 0
            ? report.Appended / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException(report.Problems[0].ToString());
    }
}
