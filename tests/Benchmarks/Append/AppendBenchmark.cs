using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Benchmarks.Append;

/// <summary>Appender over HTTP, each fact with its answer, beside a plain INSERT and COMMIT of one row at the same durability on the same server.</summary>
internal static class AppendBenchmark
{
    private const string Address = "http://127.0.0.1:5092";
    private const int PlainConnections = 8;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var seconds = args.Count > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        // Not a private folder: for root, PostgreSQL runs as another user, who has to enter it.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"artsakh-ledger-append-{Guid.NewGuid():N}")).FullName;
        await using var server = await EmbeddedPostgres.StartAsync(
            EmbeddedPostgresOptions.ForCurrentUser() with
            {
                Data = Path.Combine(folder, "postgres"),
                RootData = Path.Combine(folder, "root"),
            },
            new Progress<string>(Console.WriteLine),
            CancellationToken.None
        );
        await using var place = DatabaseLocation.At(server.ConnectionString);
        var builder = LedgerService.BuilderFor(place);
        builder.WebHost.UseUrls(Address);
        builder.Configuration["Events"] = FirstBatch.Write(Path.Combine(folder, "events"));
        builder.Configuration["Access:KeyFile"] = Path.Combine(folder, "token-key");
        builder.Configuration["Access:WritesPerMinute"] = "100000000";
        await using var app = builder.Build();
        LedgerService.Map(app);
        await app.StartAsync();

        using var clients = new Clients(Path.Combine(folder, "token-key"));
        await clients.UntilOpenAsync();
        await using var plain = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxPoolSize = PlainConnections }
        );
        await PrepareAsync(plain);

        var measured = new Dictionary<string, List<double>>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (
                var (name, measure) in new (string, Func<Task<double>>)[]
                {
                    (
                        "plain INSERT and COMMIT, 8 connections",
                        () => RateAsync(PlainConnections, seconds, (i, n) => InsertAsync(plain, i, n))
                    ),
                    ("POST /facts, 8 clients", () => RateAsync(8, seconds, (i, n) => clients.RecordAsync(round, i, n))),
                    ("POST /facts, 32 clients", () => RateAsync(32, seconds, (i, n) => clients.RecordAsync(round, 100 + i, n))),
                }
            )
            {
                var rate = await measure();
                if (round > 0) // the first round warms up
                {
                    (measured.TryGetValue(name, out var rates) ? rates : measured[name] = []).Add(rate);
                }
            }
        }

        Console.WriteLine("| what | appends a second | ratio |");
        Console.WriteLine("|---|--:|--:|");
        var yardstick = Median(measured.First().Value);
        foreach (var (name, rates) in measured)
        {
            Console.WriteLine($"| {name} | {Median(rates):N0} | {Median(rates) / yardstick:N2} |");
        }

        await app.StopAsync();
        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task PrepareAsync(NpgsqlDataSource plain)
    {
        await using var command = plain.CreateCommand(
            "create table public.plain (id bigint generated always as identity primary key, body jsonb not null)"
        );
        await command.ExecuteNonQueryAsync();
    }

    private static async Task InsertAsync(NpgsqlDataSource plain, int client, int number)
    {
        await using var command = plain.CreateCommand("insert into public.plain (body) values ($1::jsonb)");
        command.Parameters.Add(new() { Value = Clients.Body(0, client, number) });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> RateAsync(int callers, double seconds, Func<int, int, Task> call)
    {
        var (count, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var number = 0; watch.Elapsed.TotalSeconds < seconds; number++)
                        {
                            await call(caller, number);
                            Interlocked.Increment(ref count);
                        }
                    })
                )
        );
        return count / watch.Elapsed.TotalSeconds;
    }

    private sealed class Clients : IDisposable
    {
        private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new(Address) };

        public Clients(string keyFile)
        {
            var token = new LedgerTokens(
                new(null, AccessSettings.DefaultAudience, AccessSettings.DefaultRoleClaim, keyFile, int.MaxValue)
            ).Issue(
                Author.From("bench", "Benchmark"),
                Role.Editor,
                DateTimeOffset.UtcNow.AddMinutes(-1),
                DateTimeOffset.UtcNow.AddHours(1)
            );
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        public static string Body(int round, int client, int number) =>
            $$"""{"id":"fact-{{round}}-{{client}}-{{number}}","type":"office-attested","polity":"bench","date":"2012-05","city":"bench-{{client}}","citations":[{"source":"bench","quote":"an office was open: report {{(round * 100_000) + number}}"}]}""";

        public async Task UntilOpenAsync()
        {
            while (!(await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
            {
                await Task.Delay(50);
            }
        }

        public Task RecordAsync(int round, int client, int number) => PostAsync("/facts", Body(round, client, number));

        public void Dispose() => http.Dispose();

        private async Task PostAsync(string address, string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), content);
            if ((int)answer.StatusCode != 201)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            }
        }
    }

    /// <summary>What the facts name: a polity, a source and a town for each caller.</summary>
    private static class FirstBatch
    {
        public static string Write(string events)
        {
            var batch = Directory.CreateDirectory(Path.Combine(events, "bench", "0001-bench")).FullName;
            var towns = Enumerable.Range(0, 132).Select(client => Entity($"bench-{client}", "municipality"));
            File.WriteAllText(
                Path.Combine(batch, "entities.yaml"),
                string.Concat(towns.Prepend("entities:\n" + Entity("bench", "polity")))
            );
            File.WriteAllText(
                Path.Combine(batch, "sources.yaml"),
                "sources:\n  - { id: bench, csl: { title: Bench }, excerptOnly: true, reason: benchmark }\n"
            );
            return events;
        }

        private static string Entity(string id, string kind) =>
            $"  - {{ id: {id}, kind: {kind}, names: [{{ text: {id}, language: en }}], reason: benchmark }}\n";
    }
}
