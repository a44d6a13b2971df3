using System.Diagnostics;
using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the commands of a section of the README into a shell, one after the other, in a folder of their own.</summary>
public static class TypedWalk
{
    private const string Marker = "-- end of the block --";

    /// <summary>Holds that each command prints what the README shows.</summary>
    /// <param name="section">The heading of the section.</param>
    /// <param name="connection">The database of the ledger.</param>
    /// <param name="port">Where a service listens on it, in place of 5080; null where the section asks none.</param>
    public static async Task ShouldPrintWhatIsShownAsync(string section, string connection, int? port)
    {
        var blocks = ReadmeText.BlocksOf(ReadmeText.Section(section));
        var commands = string.Concat(blocks.Where(block => block.Language == "sh").Select(block => $"{block.Text}\necho; echo '{Marker}'\n"));
        var (exitCode, output, errors) = await TypeAsync(connection, port is null ? commands
            : commands.Replace("http://localhost:5080", $"http://127.0.0.1:{port}", StringComparison.Ordinal));

        exitCode.ShouldBe(0, $"{output}\n{errors}");
        var printed = output.Split(Marker);
        for (var (i, command) = (0, 0); i < blocks.Count; i++)
        {
            if (blocks[i].Language == "sh")
            {
                command++;
            }
            else if (blocks[i].Language == "json")
            {
                ReadmeText.ShouldFit(JsonDocument.Parse(printed[command - 1]).RootElement, JsonDocument.Parse(blocks[i].Text).RootElement, "$");
            }
            else
            {
                ReadmeText.ShouldPrint(printed[command - 1], blocks[i].Text);
            }
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> TypeAsync(string connection, string script)
    {
        var folder = Directory.CreateTempSubdirectory("walk-");
        try
        {
            // The program stands in for `dotnet run -c Release --project src/ArtsakhLedger --`, which would build it again.
            var start = new ProcessStartInfo("bash", ["-eu", "-c", $"dotnet() {{ shift 6; command dotnet '{LedgerProgram.File}' \"$@\"; }}\n{script}"])
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var (name, value) in LedgerProgram.ToDatabase(connection))
            {
                start.Environment[name] = value;
            }

            start.Environment["Access__KeyFile"] = Tokens.KeyFile;
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
