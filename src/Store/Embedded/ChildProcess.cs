using System.ComponentModel;
using System.Diagnostics;

namespace ArtsakhLedger.Embedded;

/// <summary>A process that has exited: its exit code and output.</summary>
internal sealed record ChildProcess(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a process until it exits.</summary>
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
        // Without PGPORT, PGDATA and the like, which are meant for another server; with messages in English.
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
