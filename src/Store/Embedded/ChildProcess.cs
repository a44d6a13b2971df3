using System.ComponentModel;
using System.Diagnostics;

namespace ArtsakhLedger.Embedded;

/// <summary>A program that ran to its end: its exit code, and all it printed.</summary>
internal sealed record ChildProcess(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <exception cref="Win32Exception">The program does not exist or may not be executed.</exception>
    public static async Task<ChildProcess> RunAsync(IReadOnlyList<string> command, string folder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A PGPORT or PGDATA meant for somebody else's server must not reach ours; messages are to be in English.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new ChildProcess(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
