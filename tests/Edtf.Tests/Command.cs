using System.ComponentModel;
using System.Diagnostics;

namespace Edtf.Tests;

/// <summary>Runs a program and returns its output.</summary>
internal static class Command
{
    internal static bool Exists(string program)
    {
        try
        {
            return Run(program, ["--version"], RepositoryFolder.Root).Length > 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    internal static string Run(
        string program,
        string[] arguments,
        string folder,
        string input = "",
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Result}{output.Result}");
    }
}
