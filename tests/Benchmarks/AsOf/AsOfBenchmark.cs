using ArtsakhLedger.Embedded;

namespace Benchmarks.AsOf;

/// <summary>The state as of a date: the product, uncached and warm, beside the same bytes by key, a static response and MariaDB.</summary>
internal static class AsOfBenchmark
{
    private const int Port = 5091;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var sizes = Sizes.Parse(args);
        var folder = Path.Combine(Path.GetTempPath(), "artsakh-ledger-benchmark");
        await using var server = await EmbeddedPostgres.StartAsync(
            EmbeddedPostgresPlace.OfUser() with { Data = Path.Combine(folder, "postgres"), DataOfRoot = Path.Combine(folder, "root") },
            new Progress<string>(Console.WriteLine),
            CancellationToken.None);
        var table = new ResultTable();
        await MeasureAsync(server, sizes, table);
        table.Print();
        return 0;
    }

    private static async Task MeasureAsync(EmbeddedPostgres server, Sizes sizes, ResultTable table)
    {
        var ledger = await LoadedLedger.EnsureAsync(server, sizes.Polities, sizes.Facts);
        var questions = LoadClient.Written(await Questions.DrawAsync(ledger, sizes.Polities, sizes.Questions, seed: 1));
        IReadOnlyList<byte[]> bodies;
        using (var first = await MeasuredProcess.StartAsync(ledger, Port, 0))
        {
            bodies = new LoadClient(Port).BodiesOf(questions);
        }

        await using (var answers = new KeyedAnswers(ledger))
        {
            await answers.FillAsync(bodies);
        }

        var size = (int)bodies.Average(body => body.Length);
        Console.WriteLine($"{sizes.Questions:N0} questions, {size:N0} bytes an answer on average.");
        using var host = await MeasuredProcess.StartAsync(ledger, Port, size);
        var client = new LoadClient(Port);
        var byKey = LoadClient.Written(Enumerable.Range(0, bodies.Count).Select(i => $"/yardstick/by-key/{i}"));
        var fixedBody = LoadClient.Written(["/yardstick/static"]);
        client.Measure(questions, sizes.Requests);
        client.Measure(byKey, sizes.Requests);
        var measured = Alternate(sizes.Rounds,
            ("product, uncached", () => client.Measure(questions, sizes.Requests)),
            ("the same bytes by key", () => client.Measure(byKey, sizes.Requests)),
            ("static response", () => client.Measure(fixedBody, sizes.Requests)));
        foreach (var (name, answersASecond) in measured)
        {
            table.Add(name, answersASecond, measured["the same bytes by key"]);
        }

        Console.WriteLine($"{host.ResidentMegabytes():N0} MB resident.");
    }

    /// <summary>Measures each in turn, several times over, and takes the median of each.</summary>
    private static Dictionary<string, double> Alternate(int rounds, params ReadOnlySpan<(string Name, Func<double> Measure)> kinds)
    {
        var results = new Dictionary<string, List<double>>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, measure) in kinds)
            {
                if (!results.TryGetValue(name, out var times))
                {
                    results[name] = times = [];
                }

                times.Add(measure());
            }
        }

        return results.ToDictionary(result => result.Key, result => result.Value.Order().ElementAt(result.Value.Count / 2));
    }
}
