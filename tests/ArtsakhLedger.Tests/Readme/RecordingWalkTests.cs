using System.Diagnostics;
using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the README's walk of somebody who records into a shell, command by command, against a service that runs.</summary>
public sealed class RecordingWalkTests(PostgresServer server)
{
    public const string Section = "Record";

    private const string Marker = "-- end of the block --";

    [Fact]
    public async Task Whoever_types_the_walk_sees_what_the_README_shows()
    {
        var connection = await server.CreateDatabaseAsync();
        using var service = new RunningService(new Dictionary<string, string>(LedgerProgram.ToDatabase(connection)) { ["Access__KeyFile"] = Tokens.KeyFile });
        await service.UntilItAnswersAsync();
        var blocks = ReadmeText.BlocksOf(ReadmeText.Section(Section));
        var commands = blocks.Where(block => block.Language == "sh").ToList();

        var (exitCode, output, errors) = await TypeAsync(connection, string.Concat(commands.Select(block => $"{block.Text}\necho; echo '{Marker}'\n"))
            .Replace("http://localhost:5080", $"http://127.0.0.1:{service.Port}", StringComparison.Ordinal));

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
            start.Environment["ConnectionStrings__Ledger"] = connection;
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
