using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Access;
using ArtsakhLedger.Embedded;
using Benchmarks.AsOf;
using Benchmarks.RealData;

namespace Benchmarks.Hostile;

/// <summary>What somebody can make the service do who means it no good: the costliest facts about one thing, clients that ask and go away, SIGTERM while everybody
/// asks, and thousands of questions about nothing.</summary>
internal static class HostileBenchmark
{
    private const int Port = 5096;
    private const int Departing = 40;
    private const int Rounds = 5;
    private const int Asking = 24;
    private const int Nothings = 27_000;

    /// <param name="args">What to measure: <c>facts</c>, <c>departed</c>, <c>signal</c>, <c>memory</c>; all where nothing is said.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var rows = new List<string>();
        foreach (
            var (name, measure) in new (string, Func<Task<IEnumerable<string>>>)[]
            {
                ("facts", CostliestFactsAsync),
                ("departed", DepartedClientsAsync),
                ("signal", SignalsAsync),
                ("memory", MemoryAsync),
            }
        )
        {
            if (args.Count == 0 || args.Contains(name))
            {
                rows.AddRange(await measure());
            }
        }

        Console.WriteLine();
        Console.WriteLine("| what | figure | bar |");
        Console.WriteLine("|---|--:|--:|");
        rows.ForEach(Console.WriteLine);
        return 0;
    }

    private static async Task<IEnumerable<string>> CostliestFactsAsync()
    {
        await using var server = await LoadedLedger.ServerAsync();
        var rows = new List<string>();
        foreach (var facts in CostlyFacts.All)
        {
            var ledger = await ServedLedger.DatabaseAsync(server, "hostile_facts");
            using var service = await ServedLedger.StartAsync(ledger, Path.Combine(RealRecord.Repository, "events"), Port);
            using var http = Client(TimeSpan.FromSeconds(20));
            var refused = await SendAsync(http, facts);
            var longest = await LongestAsync(http);
            rows.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {facts.Name}{(refused is null ? "" : $" (refused: {refused})")}: the longest later answer | {longest.Milliseconds:N0} ms ({longest.Target}) | 100 ms |"
                )
            );
            Console.WriteLine(rows[^1]);
        }

        return rows;
    }

    /// <returns>Why the facts were refused; null where they were recorded.</returns>
    private static async Task<string?> SendAsync(HttpClient http, CostlyFacts facts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/batches?batch=artsakh/0900-costly", UriKind.Relative))
        {
            Content = new StringContent(string.Join('\n', facts.Lines), Encoding.UTF8, "application/x-ndjson"),
            Headers = { Authorization = new("Bearer", ServedLedger.Token(Role.Editor)) },
        };
        try
        {
            using var answer = await http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var said = answer.IsSuccessStatusCode ? null : JsonNode.Parse(body);
            return said is null ? null : (string?)(said["errors"]?[0]?["message"] ?? said["detail"]);
        }
        catch (TaskCanceledException)
        {
            return $"no answer in {http.Timeout.TotalSeconds:N0} s";
        }
    }

    /// <summary>Asks everything that the facts bear on, each for the first time.</summary>
    private static async Task<(double Milliseconds, string Target)> LongestAsync(HttpClient http)
    {
        // Types are loaded and methods compiled before anything is timed.
        await AskAsync(http, "/polities/nagorno/state?on=2001-01-01", "application/json");
        var longest = (Milliseconds: 0.0, Target: "");
        foreach (var (target, accept) in Questions())
        {
            var time = await AskAsync(http, target, accept);
            longest = time > longest.Milliseconds ? (time, $"{target} as {accept}") : longest;
            if (time >= http.Timeout.TotalMilliseconds)
            {
                break;
            }
        }

        return longest;
    }

    private static IEnumerable<(string Target, string Accept)> Questions()
    {
        const string polity = "/polities/artsakh";
        foreach (var accept in new[] { "application/json", "text/html" })
        {
            foreach (var on in new[] { "1950-06-01", "1999-12-31", "2006-06-01", "2019-02-28", "1997", "1990/2010" })
            {
                yield return ($"{polity}/state?on={on}", accept);
                yield return ($"{polity}/state?on={on}&kind=office", accept);
                yield return ($"{polity}/state?on={on}&kind=foreign-minister", accept);
            }

            yield return ($"{polity}/changes", accept);
            yield return ($"{polity}/contradictions", accept);
            yield return ($"{polity}/timeline", accept);
            yield return ("/episodes/artsakh/office/stepanakert", accept);
            yield return ("/episodes/artsakh/foreign-minister/costly-person-7", accept);
            yield return ($"{polity}/relations/stepanakert?on=2006-06-01", accept);
        }

        yield return ($"{polity}/timeline.svg", "image/svg+xml");
    }

    private static async Task<double> AskAsync(HttpClient http, string target, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target, UriKind.Relative));
        request.Headers.Accept.ParseAdd(accept);
        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await http.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
        }
        catch (TaskCanceledException) { }
        catch (HttpRequestException) { }

        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Clients ask what takes long, each something else, and close their connections: how much processor time their questions take afterwards.</summary>
    private static async Task<IEnumerable<string>> DepartedClientsAsync()
    {
        await using var server = await LoadedLedger.ServerAsync();
        var events = RealRecord.Make();
        var ledger = await ServedLedger.DatabaseAsync(server, "hostile_departed");
        await ServedLedger.VerbAsync(ledger, "import", events);
        using var service = await ServedLedger.StartAsync(ledger, events, Port);
        using var http = Client(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(http, Costly(i), "text/html");
        }

        var (after, late) = (new List<double>(), new List<double>());
        for (var i = 0; i < Departing; i++)
        {
            await UntilIdleAsync(service);
            using (var connection = new TcpClient())
            {
                await connection.ConnectAsync("127.0.0.1", Port);
                await connection
                    .GetStream()
                    .WriteAsync(Encoding.ASCII.GetBytes($"GET {Costly(10 + i)} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n"));
                await Task.Delay(15);
            }

            var left = service.ProcessorSeconds();
            await Task.Delay(100);
            var soon = service.ProcessorSeconds();
            await Task.Delay(500);
            after.Add((service.ProcessorSeconds() - left) * 1000);
            late.Add((service.ProcessorSeconds() - soon) * 1000);
        }

        after.Sort();
        late.Sort();
        return
        [
            $"| processor time of a question after its client went away, {Departing} questions: p50, the longest | {after[Departing / 2]:N0}, {after[^1]:N0} ms | |",
            $"| of that, later than 100 ms after: p50, the longest | {late[Departing / 2]:N0}, {late[^1]:N0} ms | 0 ms |",
        ];
    }

    /// <summary>A page of the large polity as known at a position that nobody has asked for.</summary>
    private static string Costly(int i) => $"/polities/{RealRecord.Polity}/state?on=1950-06-01&known-at={9_000 + (i * 31)}";

    private static async Task UntilIdleAsync(MeasuredProcess service)
    {
        for (double before = -1, now; (now = service.ProcessorSeconds()) - before > 0.01; before = now)
        {
            await Task.Delay(200);
        }
    }

    /// <summary>SIGTERM while clients ask, one writes and histories are packed; the service has a PostgreSQL of its own to end too.</summary>
    private static async Task<IEnumerable<string>> SignalsAsync()
    {
        // Not a folder that only its owner may enter: PostgreSQL runs as another user where this runs as root.
        var home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"artsakh-ledger-signal-{Environment.ProcessId}")).FullName;
        var events = RealRecord.Make();
        (string, string)[] settings =
        [
            ("HOME", home),
            ("XDG_DATA_HOME", home),
            ("XDG_CACHE_HOME", Path.GetFullPath(Path.Combine(EmbeddedPostgresOptions.ForCurrentUser().Cache, "..", ".."))),
        ];
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using var service = await MeasuredProcess.StartProductAsync("", Port, (events, Path.Combine(home, "key")), settings);
            using var ended = new CancellationTokenSource();
            var asking = Enumerable.Range(0, Asking).Select(client => AskOnAndOnAsync(client, ended.Token)).ToList();
            await Task.Delay(TimeSpan.FromSeconds(4));
            times.Add(await service.TerminateAsync());
            await ended.CancelAsync();
            await Task.WhenAll(asking);
            if (Directory.EnumerateFiles(home, "postmaster.pid", SearchOption.AllDirectories).Any())
            {
                throw new InvalidOperationException("PostgreSQL was left running.");
            }
        }

        Directory.Delete(home, recursive: true);
        times.Sort();
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"| SIGTERM while {Asking} clients ask, to the end of the process and its PostgreSQL, {Rounds} times: p50, the longest | {times[Rounds / 2]:N1}, {times[^1]:N1} s | 5 s |"
            ),
        ];
    }

    private static async Task AskOnAndOnAsync(int client, CancellationToken ended)
    {
        using var http = Client(TimeSpan.FromMinutes(1));
        var random = new Random(client);
        while (!ended.IsCancellationRequested)
        {
            await AskAsync(http, Costly(random.Next(100)), client % 2 == 0 ? "text/html" : "application/json");
            await AskAsync(http, $"/polities/{RealRecord.Polity}/state?on=19{random.Next(10, 99)}-01-01", "application/json");
            await Task.Delay(1, CancellationToken.None);
        }
    }

    private static async Task<IEnumerable<string>> MemoryAsync()
    {
        await using var server = await LoadedLedger.ServerAsync();
        var ledger = await ServedLedger.DatabaseAsync(server, "hostile_memory");
        using var service = await ServedLedger.StartAsync(ledger, Path.Combine(RealRecord.Repository, "events"), Port);
        var started = service.ResidentMegabytes();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async client =>
                {
                    using var http = Client(TimeSpan.FromMinutes(1));
                    for (var i = client; i < Nothings; i += 8)
                    {
                        var (target, accept) = AboutNothing(i);
                        await AskAsync(http, target, accept);
                    }
                })
        );
        return
        [
            $"| memory when it had started; after {Nothings:N0} mixed questions, most of them about nothing | {started:N0}, {service.ResidentMegabytes():N0} MB | 400 MB |",
        ];
    }

    private static (string Target, string Accept) AboutNothing(int i) =>
        (i % 10) switch
        {
            0 => ($"/polities/nowhere-{i}/state?on=2001-01-01", "application/json"),
            1 => ($"/polities/nowhere-{i}/state?on=2001-01-01", "text/html"),
            2 => ($"/polities/nowhere-{i}/{new string('x', 300)}", "application/json"),
            3 => ($"/polities/nowhere-{i}/timeline", "text/html"),
            4 => ($"/entities/nobody-{i}", "application/json"),
            5 => ($"/entities?q=nobody{i}", "application/json"),
            6 => ($"/polities/artsakh/state?on={1900 + (i % 120)}-{(i % 12) + 1:00}-{(i % 28) + 1:00}", "text/html"),
            7 => ($"/polities/artsakh/timeline?from={1900 + (i % 100)}&to={1901 + (i % 100)}", "application/json"),
            8 => ($"/facts/nothing-{i}/proof", "application/json"),
            _ => ($"/episodes/nowhere-{i}/office/{i}", "text/html"),
        };

    private static HttpClient Client(TimeSpan timeout) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{Port}"), Timeout = timeout };
}
