using ArtsakhLedger.Embedded;
using Benchmarks.AsOf;
using Edtf;
using Microsoft.Playwright;
using Npgsql;

namespace Benchmarks.Pages;

/// <summary>State pages of the real record: how soon a browser has painted one that it asks a warm service for, how large they are, and how many the service gives
/// a second beside the same questions as JSON.</summary>
internal static class PagesBenchmark
{
    private const int Port = 5094;
    private const int Looks = 30;
    private const int Rounds = 3;
    private const int Requests = 4_000;
    private const int NewRequests = 400;
    private const string AsPage = "Accept: text/html\r\n";

    private static readonly Day FirstDay = new(1991, 9, 2);

    public static async Task<int> RunAsync()
    {
        await using var server = await LoadedLedger.ServerAsync();
        var connection = await EmptyDatabaseAsync(server);
        using var service = await MeasuredProcess.StartProductAsync(
            connection,
            Port,
            (Path.Combine(RepositoryFolder(), "events"), Path.Combine(Directory.CreateTempSubdirectory("log-key-").FullName, "key"))
        );
        var client = new LoadClient(Port);
        var questions = Enumerable.Range(0, Looks).Select(number => QuestionOf(number * 397)).ToList();
        var (json, pages) = (LoadClient.Written(questions), LoadClient.Written(questions, AsPage));
        client.Measure(json, Requests);
        client.Measure(pages, Requests);

        var bytes = client.BodiesOf(pages).Select(body => body.Length).Order().ToList();
        var paints = await PaintsAsync(questions);
        var asked = 0;
        var measured = Comparison.Alternate(
            Rounds,
            [
                ("json", () => client.Measure(json, Requests)),
                ("pages", () => client.Measure(pages, Requests)),
                ("new json", () => client.Measure(NewQuestions(asked, ""), NewRequests)),
                ("new pages", () => client.Measure(NewQuestions(asked++, AsPage), NewRequests)),
            ]
        );

        Console.WriteLine("| what | figure | bar |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var (what, times) in paints)
        {
            Console.WriteLine(
                $"| first contentful paint, {what}: median of {Looks}, slowest but two | {times[Looks / 2]:N0} ms, {times[^3]:N0} ms | 100 ms |"
            );
        }

        Console.WriteLine($"| bytes of these pages, median | {bytes[Looks / 2]:N0} | |");
        Console.WriteLine($"| bytes of these pages, the largest | {bytes[^1]:N0} | 60,000 |");
        Console.WriteLine(
            $"| asked again: pages a second ÷ JSON ({measured["pages"]:N0} ÷ {measured["json"]:N0}) | {measured["pages"] / measured["json"]:N2} | 0.5 |"
        );
        Console.WriteLine(
            $"| asked for the first time: the same ({measured["new pages"]:N0} ÷ {measured["new json"]:N0}) | {measured["new pages"] / measured["new json"]:N2} | 0.5 |"
        );
        return 0;
    }

    /// <summary>The times from asking to the first text on the screen, in milliseconds, in order; nothing where there is no browser.</summary>
    private static async Task<List<(string What, IReadOnlyList<double> Times)>> PaintsAsync(List<string> questions)
    {
        if (Chromium() is not { } path)
        {
            Console.WriteLine("No Chromium is found: nothing is said of the first paint.");
            return [];
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] }
        );
        await using var context = await browser.NewContextAsync();
        var tab = await context.NewPageAsync();
        var addresses = questions.ConvertAll(question => $"http://127.0.0.1:{Port}{question}");
        return
        [
            (
                "in a browser that has nothing of the service yet",
                await TimesAsync(addresses, address => InNewContextAsync(browser, address))
            ),
            ("in a tab that goes on from one date to the next", await TimesAsync(addresses, address => PaintOfAsync(tab, address))),
            (
                "of one word that comes from no service, in a browser as the first",
                await TimesAsync(addresses, _ => InNewContextAsync(browser, "data:text/html,<!doctype html><title>A</title><p>word"))
            ),
        ];
    }

    private static async Task<IReadOnlyList<double>> TimesAsync(List<string> addresses, Func<string, Task<double>> paint)
    {
        await paint(addresses[^1]); // starts the browser's processes
        var times = new List<double>();
        foreach (var address in addresses)
        {
            times.Add(await paint(address));
        }

        return [.. times.Order()];
    }

    private static async Task<double> InNewContextAsync(IBrowser browser, string address)
    {
        await using var context = await browser.NewContextAsync();
        return await PaintOfAsync(await context.NewPageAsync(), address);
    }

    private static async Task<double> PaintOfAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        return await page.EvaluateAsync<double>(
            """
            () => new Promise(resolve => new PerformanceObserver(list => {
                list.getEntriesByName('first-contentful-paint').forEach(paint => resolve(paint.startTime));
            }).observe({ type: 'paint', buffered: true }))
            """
        );
    }

    /// <summary>Questions that nobody has asked in this run; the same of the same round.</summary>
    private static byte[][] NewQuestions(int round, string headers) =>
        LoadClient.Written(
            Enumerable.Range(0, NewRequests).Select(number => QuestionOf((((round * NewRequests) + number) * 7) + 3)),
            headers
        );

    private static string QuestionOf(int day) => $"/polities/artsakh/state?on={FirstDay.AddDays(day)}";

    private static async Task<string> EmptyDatabaseAsync(EmbeddedPostgres server)
    {
        const string Name = "record";
        await using var master = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        foreach (var statement in new[] { $"drop database if exists {Name} with (force)", $"create database {Name}" })
        {
            await using var command = master.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }

        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = Name }.ConnectionString;
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ArtsakhLedger.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The record is not above the program.");
        }

        return folder.FullName;
    }

    private static string? Chromium() =>
        (
            from folder in Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? []
            from name in new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }
            let file = Path.Combine(folder, name)
            where File.Exists(file)
            select file
        ).FirstOrDefault();
}
