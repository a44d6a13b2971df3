using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArtsakhLedger.Embedded;

namespace Benchmarks.AsOf;

/// <summary>The state as of a date: the product, uncached and warm, beside the same bytes by key and a static response.</summary>
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
        await MeasureAsync(server, sizes, sizes.Polities, sizes.Facts, 0, table);
        var few = sizes with { BeforeMemory = 0 };
        var fewPolities = Math.Max(1, sizes.Polities / 100);
        await MeasureAsync(server, few, fewPolities, sizes.Facts, 0, table);
        await MeasureAsync(server, few, fewPolities, sizes.Facts, sizes.Corrections, table);
        if (sizes.Large > 0)
        {
            await MeasureAsync(server, few, 1, sizes.Large, 0, table);
        }

        table.Print();
        return 0;
    }

    /// <summary>Everything on one ledger.</summary>
    private static async Task MeasureAsync(EmbeddedPostgres server, Sizes sizes, int polities, int facts, int corrections, ResultTable table)
    {
        var ledger = await LoadedLedger.EnsureAsync(server, polities, facts, corrections);
        var drawn = await Questions.OfAsync(ledger, polities);
        var questions = LoadClient.Written(drawn.Draw(sizes.Questions, seed: 1));
        var title = $"{polities:N0} × {facts:N0} facts{(corrections > 0 ? $", {corrections} corrections of each" : "")}";
        using var host = await MeasuredProcess.StartAsync(ledger, Port);
        var client = new LoadClient(Port);
        await PackAsync(client, drawn, polities, host);
        var bodies = client.BodiesOf(questions);
        await using (var answers = new KeyedAnswers(ledger))
        {
            await answers.FillAsync(bodies);
        }

        var entries = bodies.Average(body => Encoding.UTF8.GetString(body).Split("\"kind\":").Length - 1);
        Console.WriteLine($"{title}: {sizes.Questions:N0} questions, {bodies.Average(body => body.Length):N0} bytes and {entries:N0} entries an answer on average.");
        var byKey = LoadClient.Written(Enumerable.Range(0, bodies.Count).Select(i => $"/yardstick/by-key/{i}"));
        var warm = LoadClient.Written(drawn.Draw(100, seed: 2, atHead: 10));
        var pinned = LoadClient.Written(drawn.Draw(100, seed: 3, atHead: 0));
        var warmBytes = (int)client.BodiesOf(warm).Concat(client.BodiesOf(pinned)).Average(body => body.Length);
        var fixedBody = LoadClient.Written([$"/yardstick/static/{warmBytes}"]);
        var seed = 1000;
        var measured = Alternate(sizes.Rounds,
            // New questions each time, so that none is an answer given before.
            ("uncached", () => client.Measure(LoadClient.Written(drawn.Draw(sizes.Requests, seed++)), sizes.Requests)),
            ("by key", () => client.Measure(byKey, sizes.Requests)),
            ("warm, pinned", () => client.Measure(pinned, sizes.Requests)),
            ("warm, head", () => client.Measure(warm, sizes.Requests)),
            ("static", () => client.Measure(fixedBody, sizes.Requests)));
        table.Add($"{title}: product, uncached ÷ the same bytes by key", measured["uncached"], measured["by key"]);
        table.Add($"{title}: product, warm, pinned ÷ a static response", measured["warm, pinned"], measured["static"]);
        table.Add($"{title}: product, warm, at the head ÷ a static response", measured["warm, head"], measured["static"]);
        for (var asked = 0; asked < sizes.BeforeMemory; asked += sizes.Requests)
        {
            client.Measure(LoadClient.Written(drawn.Draw(sizes.Requests, seed++)), sizes.Requests);
        }

        Console.WriteLine($"{host.ResidentMegabytes():N0} MB resident; {host.ProcessorSeconds():N0} s of processor time in all.");
    }

    /// <summary>Asks for each polity until its history is packed.</summary>
    private static async Task PackAsync(LoadClient client, Questions drawn, int polities, MeasuredProcess host)
    {
        var watch = Stopwatch.StartNew();
        client.Measure(LoadClient.Written(drawn.OneEach()), polities);
        var packed = LoadClient.Written(["/yardstick/packed"]);
        int count;
        var (before, since) = (-1, Stopwatch.StartNew());
        while ((count = int.Parse(Encoding.ASCII.GetString(client.BodiesOf(packed)[0]), CultureInfo.InvariantCulture)) < polities && since.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (count != before)
            {
                (before, since) = (count, Stopwatch.StartNew());
            }

            await Task.Delay(500);
        }

        Console.WriteLine($"{count} of {polities} polities packed in {watch.Elapsed.TotalSeconds:N1} s, {host.ProcessorSeconds():N1} s of processor time; {host.ResidentMegabytes():N0} MB resident.");
    }

    /// <summary>Measures each in turn, several times over, and takes the median of each.</summary>
    private static Dictionary<string, double> Alternate(int rounds, params ReadOnlySpan<(string Name, Func<double> Measure)> kinds)
    {
        var results = new Dictionary<string, List<double>>();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, measure) in kinds)
            {
                var answersASecond = measure();
                if (round == 0)
                {
                    results[name] = [];         // the first time is to warm up
                }
                else
                {
                    results[name].Add(answersASecond);
                }
            }
        }

        return results.ToDictionary(result => result.Key, result => result.Value.Order().ElementAt(result.Value.Count / 2));
    }
}
