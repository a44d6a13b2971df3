using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.AsOf;

/// <summary>The measured host, started and stopped.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly Process process;

    private MeasuredProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<MeasuredProcess> StartAsync(string connectionString, int port, string mariaDb)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";      // the yardstick's handler is compiled when it starts
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(MeasuredProcess).Assembly.Location);
        }

        foreach (var word in new[] { "as-of-host", connectionString, $"http://127.0.0.1:{port}", mariaDb })
        {
            start.ArgumentList.Add(word);
        }

        var measured = new MeasuredProcess(Process.Start(start)!, port);
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return measured;
                }
            }
            catch (HttpRequestException) when (patience.Elapsed < TimeSpan.FromMinutes(2))
            {
            }

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

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
