using System.Diagnostics;

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
        var start = new ProcessStartInfo("dotnet", [File, .. words])
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
