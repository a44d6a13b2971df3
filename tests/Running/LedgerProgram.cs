using System.Diagnostics;
using System.Globalization;

namespace ArtsakhLedger.Tests.Running;

/// <summary>The program as a user runs it: a process of its own.</summary>
public static class LedgerProgram
{
    /// <summary>As the build made it, in the configuration of the tests.</summary>
    public static string File { get; } =
        Path.Combine(
            Repository.Root,
            "src",
            "ArtsakhLedger",
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            "net10.0",
            "ArtsakhLedger.dll"
        );

    // A shell without job control starts what runs in its background with SIGINT ignored, and every child inherits that; a user's has its
    // effect. Where there is no /proc it cannot be told, and is taken as it is.
    private static readonly Lazy<bool> InterruptIsIgnored = new(() =>
        System.IO.File.Exists("/proc/self/status")
        && System.IO.File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            is { } ignored
        && (ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (SigInt - 1)))
            != 0
    );

    private const int SigInt = 2;

    /// <summary>Runs a verb on a database to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string? connectionString, params string[] words) =>
        RunInAsync(ToDatabase(connectionString), words);

    /// <summary>Runs a verb in an environment to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunInAsync(
        IReadOnlyDictionary<string, string> environment,
        params string[] words
    )
    {
        using var process = StartIn(environment, words);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Start(string? connectionString, params string[] words) => StartIn(ToDatabase(connectionString), words);

    /// <summary>The environment that names a database; without one it is the embedded server's.</summary>
    public static IReadOnlyDictionary<string, string> ToDatabase(string? connectionString) =>
        connectionString is null
            ? new Dictionary<string, string>()
            : new() { ["ConnectionStrings__Ledger"] = connectionString, ["Log__Key"] = LogKeys.Of(connectionString) };

    /// <summary>Starts it in an environment and leaves it running.</summary>
    public static Process StartIn(IReadOnlyDictionary<string, string> environment, params string[] words)
    {
        string[] command = ["dotnet", File, .. words];
        if (InterruptIsIgnored.Value)
        {
            command = ["env", "--default-signal=INT", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
