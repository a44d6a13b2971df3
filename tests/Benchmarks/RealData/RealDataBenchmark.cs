using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Access;
using ArtsakhLedger.Embedded;
using Benchmarks.AsOf;

namespace Benchmarks.RealData;

/// <summary>Real appointments by the thousand in one polity: how long every kind of question takes, asked for the first time and again; what the
/// service keeps of memory; and how long the batch takes to check, to try and to import.</summary>
internal static class RealDataBenchmark
{
    private const int Port = 5095;
    private const int ManyDates = 2_000;
    private const string Named = "real_data";

    /// <param name="args">What to measure: <c>import</c>, <c>questions</c>; both where nothing is said. <c>each</c> prints every address.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        await using var server = await LoadedLedger.ServerAsync();
        var rows = new List<string>();
        if (args.Count == 0 || args.Contains("import"))
        {
            rows.AddRange(await ImportsAsync(server));
        }

        if (args.Count == 0 || args.Contains("questions"))
        {
            rows.AddRange(await QuestionsAsync(server, args.Contains("each")));
        }

        Console.WriteLine();
        Console.WriteLine("| what | figure | bar |");
        Console.WriteLine("|---|--:|--:|");
        rows.ForEach(Console.WriteLine);
        return 0;
    }

    private static async Task<IEnumerable<string>> ImportsAsync(EmbeddedPostgres server)
    {
        var rows = new List<string>();
        var (once, twice) = (RealRecord.Make(), RealRecord.Make(twice: true));
        var shipped = Path.Combine(RealRecord.Repository, "events");
        var empty = await ServedLedger.DatabaseAsync(server, $"{Named}_empty");
        await ServedLedger.VerbAsync(empty, "import", shipped);
        foreach (
            var (what, bar, verb) in new (string, int, Func<string, Task<double>>)[]
            {
                ("check", 5, folder => ServedLedger.VerbAsync(empty, "check", folder)),
                ("import --dry-run", 12, folder => ServedLedger.VerbAsync(empty, "import", folder, "--dry-run")),
                (
                    "import",
                    10,
                    async folder =>
                        await ServedLedger.VerbAsync(
                            await ServedLedger.DatabaseAsync(server, $"{Named}{(folder == twice ? "_twice" : "")}"),
                            "import",
                            folder
                        )
                ),
            }
        )
        {
            var (one, two) = (await verb(once), await verb(twice));
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"| `{what}` | {one:N1} s | {bar} s |"));
            rows.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{what}` of twice the entities ÷ once ({two:N1} ÷ {one:N1}) | {two / one:N1} | 2.3 |"
                )
            );
            Console.WriteLine(rows[^2]);
            Console.WriteLine(rows[^1]);
        }

        using var service = await ServedLedger.StartAsync(empty, shipped, Port);
        using var http = Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", ServedLedger.Token(Role.Editor));
        using var lines = new StringContent(RealRecord.AsLines(), Encoding.UTF8, "application/x-ndjson");
        var watch = Stopwatch.StartNew();
        using var answer = await http.PostAsync(new Uri($"/batches?batch={RealRecord.Polity}/0001-pocom", UriKind.Relative), lines);
        var seconds = watch.Elapsed.TotalSeconds;
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }

        rows.Add(string.Create(CultureInfo.InvariantCulture, $"| `POST /batches` | {seconds:N1} s | 12 s |"));
        return rows;
    }

    private static async Task<IEnumerable<string>> QuestionsAsync(EmbeddedPostgres server, bool each)
    {
        var events = RealRecord.Make();
        var ledger = await ServedLedger.DatabaseAsync(server, Named);
        await ServedLedger.VerbAsync(ledger, "import", events);
        using var service = await ServedLedger.StartAsync(ledger, events, Port);
        using var http = Client();
        var document = JsonNode.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var head = (long)JsonNode.Parse(await http.GetStringAsync(new Uri("/facts?limit=1", UriKind.Relative)))!["items"]![0]!["position"]!;
        head = Math.Max(head, await HeadAsync(http));
        var requests = new Requests(document, head).All();
        var started = service.ResidentMegabytes();
        var (first, again) = (await TimesAsync(http, requests), await TimesAsync(http, requests));
        if (each)
        {
            Print(requests, first, again);
        }

        var asked = service.ResidentMegabytes();
        await AskForDatesAsync(http);
        return
        [
            Row(
                $"{requests.Count:N0} different questions, asked for the first time: p50, p99, the longest",
                first,
                "p99 250, none 1,000 ms"
            ),
            Row("the same asked again", again, "p99 50 ms"),
            $"| memory when it had started; after these questions twice | {started:N0}, {asked:N0} MB | |",
            $"| memory after {ManyDates:N0} different dates more, half of them pages | {service.ResidentMegabytes():N0} MB | 400 MB |",
        ];
    }

    private static async Task AskForDatesAsync(HttpClient http)
    {
        for (var i = 0; i < ManyDates; i++)
        {
            var day = new DateOnly(1789, 1, 1).AddDays(i * 43).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await AskAsync(http, new("", $"/polities/{RealRecord.Polity}/state?on={day}", i % 2 == 0 ? "text/html" : "application/json"));
        }
    }

    private static async Task<long> HeadAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/polities", UriKind.Relative));
        return long.Parse(answer.Headers.GetValues("Ledger-Head").Single(), CultureInfo.InvariantCulture);
    }

    private static async Task<List<double>> TimesAsync(HttpClient http, IReadOnlyList<AskedRequest> requests)
    {
        var times = new List<double>();
        foreach (var request in requests)
        {
            times.Add(await AskAsync(http, request));
        }

        return times;
    }

    /// <summary>The time to the last byte of the answer, in milliseconds.</summary>
    private static async Task<double> AskAsync(HttpClient http, AskedRequest asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(asked.Target, UriKind.Relative));
        request.Headers.Accept.ParseAdd(asked.Accept);
        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await http.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            if ((int)answer.StatusCode is >= 500 or 400 or 406)
            {
                Console.WriteLine($"{(int)answer.StatusCode}: {asked.Target} as {asked.Accept}");
            }
        }
        catch (TaskCanceledException)
        {
            Console.WriteLine($"No answer in {http.Timeout.TotalSeconds:N0} s: {asked.Target} as {asked.Accept}");
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Print(IReadOnlyList<AskedRequest> requests, List<double> first, List<double> again)
    {
        var all = requests.Select((request, i) => (request, First: first[i], Again: again[i])).ToList();
        Console.WriteLine("| address | as | questions | first: p50, longest | again: p50, longest |");
        Console.WriteLine("|---|---|--:|--:|--:|");
        foreach (
            var group in all.GroupBy(one => (one.request.Address, one.request.Accept))
                .OrderByDescending(group => group.Max(one => one.First))
        )
        {
            Console.WriteLine(
                $"| {group.Key.Address} | {group.Key.Accept} | {group.Count()} | {Of([.. group.Select(one => one.First)])} | {Of([.. group.Select(one => one.Again)])} |"
            );
        }

        Console.WriteLine("The longest:");
        foreach (var (request, time, later) in all.OrderByDescending(one => one.First).Take(25))
        {
            Console.WriteLine($"{time, 8:N0} {later, 8:N0} ms  {request.Target} as {request.Accept}");
        }

        Console.WriteLine("The longest when asked again:");
        foreach (var (request, time, later) in all.OrderByDescending(one => one.Again).Take(15))
        {
            Console.WriteLine($"{time, 8:N0} {later, 8:N0} ms  {request.Target} as {request.Accept}");
        }

        static string Of(IReadOnlyList<double> times) => $"{times.Order().ElementAt(times.Count / 2):N0}, {times.Max():N0} ms";
    }

    private static string Row(string what, List<double> times, string bar)
    {
        times.Sort();
        return $"| {what} | {times[times.Count / 2]:N0}, {times[times.Count * 99 / 100]:N0}, {times[^1]:N0} ms | {bar} |";
    }

    private static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new($"http://127.0.0.1:{Port}"),
            Timeout = TimeSpan.FromMinutes(2),
        };
}
