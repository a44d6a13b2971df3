using System.Diagnostics;
using System.Globalization;
using ArtsakhLedger.Embedded;
using ArtsakhLedger.Serving;

namespace Benchmarks.Start;

/// <summary>From the start of the process to the first answer: in an empty home, where the database is made and the record imported, and on the data that it left there.
/// PostgreSQL's programs are on the machine, or fetched before.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    private static readonly Uri Address = new("http://127.0.0.1:5093");

    public static async Task<int> RunAsync()
    {
        var (fresh, existing) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            // Not one that only its owner may enter: PostgreSQL runs as another user where this runs as root.
            var home = Directory
                .CreateDirectory(Path.Combine(Path.GetTempPath(), $"artsakh-ledger-start-{Environment.ProcessId}-{round}"))
                .FullName;
            fresh.Add(await SecondsAsync(home));
            existing.Add(await SecondsAsync(home));
            Directory.Delete(home, recursive: true);
        }

        Console.WriteLine("| start to first answer | seconds | bar |");
        Console.WriteLine("|---|--:|--:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| on existing data | {Median(existing):N2} | 2 |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| on a fresh machine, with import | {Median(fresh):N2} | 5 |"));
        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> SecondsAsync(string home)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LedgerService).Assembly.Location, "serve", "--urls", Address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = home;
        start.Environment["XDG_DATA_HOME"] = home;
        start.Environment["XDG_CACHE_HOME"] = Path.GetFullPath(Path.Combine(EmbeddedPostgresOptions.ForCurrentUser().Cache, "..", ".."));
        using var http = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        using var service = Process.Start(start)!;
        service.OutputDataReceived += (_, _) => { };
        service.BeginOutputReadLine();
        while (!await AnswersAsync(http))
        {
            if (service.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException("The service did not start.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        using var stop = Process.Start("kill", ["-TERM", $"{service.Id}"]);
        await service.WaitForExitAsync();
        return seconds;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/polities/artsakh/state?on=2006-06-01", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
