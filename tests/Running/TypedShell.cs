using System.Diagnostics;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Running;

/// <summary>A shell into which commands are typed as the README and the guides have them.</summary>
public static class TypedShell
{
    /// <summary>The program, in place of <c>dotnet run -c Release --project src/ArtsakhLedger --</c>, which would build it again.</summary>
    private static readonly string Program = $"dotnet() {{ shift 6; command dotnet '{LedgerProgram.File}' \"$@\"; }}\n";

    /// <summary>The environment in which the program finds a database of the tests.</summary>
    public static IReadOnlyDictionary<string, string> On(string connection) =>
        new Dictionary<string, string>(LedgerProgram.ToDatabase(connection)) { ["Access__KeyFile"] = Tokens.KeyFile };

    /// <summary>Types commands, which must succeed, and gives what they printed.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="folder">Where they are typed.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="port">Where the service listens that is asked in place of the one on port 5080; null where none is.</param>
    public static async Task<string> TypeAsync(string commands, string folder, IReadOnlyDictionary<string, string> environment, int? port)
    {
        var service = port is null ? "" : $"curl() {{ command curl \"${{@//http:\\/\\/localhost:5080/http:\\/\\/127.0.0.1:{port}}}\"; }}\n";
        var start = new ProcessStartInfo("bash", ["-eu", "-c", Program + service + commands])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
        return await output;
    }
}
