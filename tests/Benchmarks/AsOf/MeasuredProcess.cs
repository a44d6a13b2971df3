using System.Diagnostics;
using System.Globalization;
using ArtsakhLedger.Serving;

namespace Benchmarks.AsOf;

/// <summary>A service in a process of its own, started and stopped: the product with the yardsticks beside it, or the product alone.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly Process process;

    private readonly bool endsWithItsInput;

    private MeasuredProcess(Process process, int port, bool endsWithItsInput) =>
        (this.process, Port, this.endsWithItsInput) = (process, port, endsWithItsInput);

    public int Port { get; }

    public int Id => process.Id;

    /// <summary>Starts the product with the yardsticks beside it, and waits until it answers.</summary>
    public static Task<MeasuredProcess> StartAsync(string connectionString, int port, string mariaDb)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development"; // the yardstick's handler is compiled when it starts
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(MeasuredProcess).Assembly.Location);
        }

        foreach (var word in new[] { "as-of-host", connectionString, AddressOf(port), mariaDb })
        {
            start.ArgumentList.Add(word);
        }

        return StartAsync(start, port, endsWithItsInput: true);
    }

    /// <summary>Starts the product as it is shipped, with the code that is compiled beforehand, and waits until it answers.</summary>
    /// <param name="connectionString">The ledger; nothing for the embedded one of a home that is set.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="made">A ledger that is new: the batches that it imports, and the file for its key; null for one that was served before.</param>
    /// <param name="settings">What else is set, as environment variables.</param>
    public static Task<MeasuredProcess> StartProductAsync(
        string connectionString,
        int port,
        (string Events, string Key)? made = null,
        params IEnumerable<(string Name, string Value)> settings
    )
    {
        var events = made?.Events ?? Directory.CreateTempSubdirectory("no-events-").FullName;
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(LedgerService).Assembly.Location, "serve", "--urls", AddressOf(port), "--events", events]
        );
        if (connectionString.Length > 0)
        {
            start.Environment["ConnectionStrings__Ledger"] = connectionString;
        }

        if (made is { Key: var key })
        {
            start.Environment["Log__Key"] = key;
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return StartAsync(start, port, endsWithItsInput: false);
    }

    private static string AddressOf(int port) => $"http://127.0.0.1:{port}";

    private static async Task<MeasuredProcess> StartAsync(ProcessStartInfo start, int port, bool endsWithItsInput)
    {
        (start.RedirectStandardInput, start.UseShellExecute) = (true, false);
        var measured = new MeasuredProcess(Process.Start(start)!, port, endsWithItsInput);
        using var http = new HttpClient { BaseAddress = new(AddressOf(port)) };
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return measured;
                }
            }
            catch (HttpRequestException) when (patience.Elapsed < TimeSpan.FromMinutes(2)) { }

            if (measured.process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                measured.Dispose();
                throw new InvalidOperationException("The measured host did not start.");
            }
        }
    }

    /// <summary>Memory that is resident now, in MB (10⁶ bytes), as the kernel counts it.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>Processor time used so far, in seconds.</summary>
    public double ProcessorSeconds()
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Tells it to end, and gives the seconds until it has.</summary>
    public async Task<double> TerminateAsync()
    {
        var watch = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        if (process.HasExited)
        {
            process.Dispose();
            return;
        }

        process.StandardInput.Close();
        if (!endsWithItsInput || !process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
