using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArtsakhLedger.Embedded;
using Benchmarks.AsOf.MariaDb;

namespace Benchmarks.AsOf;

/// <summary>The state as of a date: the product, uncached and warm, beside the same bytes by key, a static response, and MariaDB.</summary>
internal static class AsOfBenchmark
{
    private const int Port = 5091;

    /// <summary>What the answers by key may take; of answers of several megabytes fewer are asked for.</summary>
    private const long MostBytes = 1_000_000_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var sizes = Sizes.Parse(args);
        await using var server = await LoadedLedger.ServerAsync();
        await using var mariaDb = await MariaDbServer.StartAsync(Path.Combine(LoadedLedger.Folder, "mariadb"));
        var table = new ResultTable();
        var whole = new LedgerSize(sizes.Polities, sizes.Facts, 0);
        var all = await MeasureAsync(server, sizes, whole, table, mariaDb, "at least 4");
        if (sizes.BeforeMemory > 0)
        {
            table.AddMemory(
                $"{whole}: the product alone, resident after {sizes.BeforeMemory:N0} questions",
                await ProductMemory.AfterAsync(server, sizes, whole)
            );
        }

        var small = new LedgerSize(Math.Max(1, sizes.Polities / 100), sizes.Facts, 0);
        var uncorrected = await MeasureAsync(server, sizes, small, table);
        table.Add(
            $"product, uncached: {sizes.Polities * sizes.Facts:N0} facts ÷ {small.Polities * small.Facts:N0}",
            all,
            uncorrected,
            "at least 0.9"
        );
        var corrected = await MeasureAsync(server, sizes, small with { Corrections = sizes.Corrections }, table);
        table.Add($"product, uncached: {sizes.Corrections} corrections of each fact ÷ none", corrected, uncorrected, "at least 0.8");
        if (sizes.Large > 0)
        {
            await MeasureAsync(server, sizes, new(1, sizes.Large, 0), table, mariaDb, "at least 100");
        }

        table.Print();
        return 0;
    }

    /// <summary>Everything on one ledger; with MariaDB where there is a bar for that.</summary>
    /// <returns>The product's answers a second, uncached.</returns>
    private static async Task<double> MeasureAsync(
        EmbeddedPostgres server,
        Sizes sizes,
        LedgerSize size,
        ResultTable table,
        MariaDbServer? mariaDb = null,
        string? barOfMariaDb = null
    )
    {
        var ledger = await LoadedLedger.EnsureAsync(server, size);
        if (mariaDb is not null)
        {
            await MariaDbTables.FillAsync(mariaDb, ledger, size.Polities);
        }

        var drawn = await Questions.OfAsync(ledger, size);
        var written = drawn.Draw(sizes.Questions, seed: 1);
        var questions = LoadClient.Written(written);
        using var host = await MeasuredProcess.StartAsync(ledger, Port, mariaDb?.ConnectionString ?? "");
        var client = new LoadClient(Port);
        await PackAsync(client, drawn, size.Polities, host);
        var bodies = client.BodiesOf(questions, MostBytes);
        await using (var answers = new KeyedAnswers(ledger))
        {
            var (rows, memory) = await answers.FillAsync(bodies);
            Console.WriteLine(
                $"{size}: the answers by key are {rows} in {memory} of shared_buffers; the product has {host.ResidentMegabytes():N0} MB resident."
            );
        }

        var entries = bodies.Average(body => Encoding.UTF8.GetString(body).Split("\"kind\":").Length - 1);
        var requests = (int)Math.Min(sizes.Requests, 2 * MostBytes / bodies.Average(body => body.Length));
        Console.WriteLine(
            $"{size}: {bodies.Count:N0} questions, {bodies.Average(body => body.Length):N0} bytes and {entries:N0} entries an answer on average."
        );
        var byKey = LoadClient.Written(Enumerable.Range(0, bodies.Count).Select(i => $"/yardstick/by-key/{i}"));
        var warm = LoadClient.Written(drawn.Draw(100, seed: 2, atHead: 10));
        var pinned = LoadClient.Written(drawn.Draw(100, seed: 3, atHead: 0));
        var warmBytes = (int)client.BodiesOf(warm).Concat(client.BodiesOf(pinned)).Average(body => body.Length);
        var fixedBody = LoadClient.Written([$"/yardstick/static/{warmBytes}"]);
        var pages = LoadClient.Written(drawn.Draw(100, seed: 2, atHead: 10), "Accept: text/html\r\n");
        Console.WriteLine($"{client.BodiesOf(pages).Average(body => body.Length):N0} bytes a page on average.");
        var seed = 1000;
        var tables = mariaDb is null
            ? []
            : new[] { "plain", "versioned" }.Select(name => new MariaDbMeasurement(client, name, requests)).ToList();
        tables.ForEach(one => one.RequireEqual(written));
        var measured = Comparison.Alternate(
            sizes.Rounds,
            [
                // New questions each time, so that none is an answer given before.
                ("uncached", () => client.Measure(LoadClient.Written(drawn.Draw(requests, seed++)), requests)),
                ("by key", () => client.Measure(byKey, requests)),
                ("warm, pinned", () => client.Measure(pinned, requests)),
                ("warm, head", () => client.Measure(warm, requests)),
                ("pages, warm, head", () => client.Measure(pages, requests)),
                ("static", () => client.Measure(fixedBody, requests)),
                .. tables.Select(one => (one.Table, (Func<double>)(() => one.Measure(count => drawn.Draw(count, seed++))))),
            ]
        );
        table.Add($"{size}: product, uncached ÷ the same bytes by key", measured["uncached"], measured["by key"], "at least 1.5");
        table.Add($"{size}: product, warm, pinned ÷ a static response", measured["warm, pinned"], measured["static"], "at least 0.9");
        table.Add($"{size}: product, warm, at the head ÷ a static response", measured["warm, head"], measured["static"], "at least 0.5");
        table.Add(
            $"{size}: pages, warm, at the head ÷ product, warm, at the head",
            measured["pages, warm, head"],
            measured["warm, head"],
            "at least 0.5"
        );
        tables.ForEach(one =>
            table.Add($"{size}: product, uncached ÷ MariaDB, {one.Table} tables", measured["uncached"], measured[one.Table], barOfMariaDb!)
        );
        if (barOfMariaDb is not null && mariaDb is null)
        {
            table.AddMissing($"{size}: product, uncached ÷ MariaDB", "MariaDB is not installed");
        }

        Console.WriteLine($"{host.ResidentMegabytes():N0} MB resident; {host.ProcessorSeconds():N0} s of processor time in all.");
        return measured["uncached"];
    }

    /// <summary>Asks for each polity until its history is packed.</summary>
    private static async Task PackAsync(LoadClient client, Questions drawn, int polities, MeasuredProcess host)
    {
        var watch = Stopwatch.StartNew();
        client.Measure(LoadClient.Written(drawn.OneEach()), polities);
        var packed = LoadClient.Written(["/yardstick/packed"]);
        int count;
        var (before, since) = (-1, Stopwatch.StartNew());
        while (
            (count = int.Parse(Encoding.ASCII.GetString(client.BodiesOf(packed)[0]), CultureInfo.InvariantCulture)) < polities
            && since.Elapsed < TimeSpan.FromMinutes(2)
        )
        {
            if (count != before)
            {
                (before, since) = (count, Stopwatch.StartNew());
            }

            await Task.Delay(500);
        }

        Console.WriteLine(
            $"{count} of {polities} polities packed in {watch.Elapsed.TotalSeconds:N1} s, {host.ProcessorSeconds():N1} s of processor time; {host.ResidentMegabytes():N0} MB resident."
        );
    }
}
