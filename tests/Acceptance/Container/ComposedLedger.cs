using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Container;

/// <summary>What docker-compose.yml describes, built and started on a free port under a name of its own, and removed with its volumes.</summary>
public sealed class ComposedLedger : IAsyncLifetime
{
    private static readonly TimeSpan PatienceForACommand = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PatienceForAnAnswer = TimeSpan.FromMinutes(2);
    private static readonly string[][] Programs =
    [
        ["docker", "compose"],
        ["docker-compose"],
    ];

    private readonly string project = $"artsakh-ledger-test-{Guid.NewGuid():N}"[..28];
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly int port = RunningService.FreePort();
    private string[] program = [];
    private string? missing;

    public async ValueTask InitializeAsync()
    {
        foreach (var candidate in Programs)
        {
            program = candidate;
            if (await TryAsync("version"))
            {
                missing = await TryAsync("ps") ? null : "no Docker API answers here";
                break;
            }

            missing = "there is no docker compose here";
        }

        if (missing is null)
        {
            await RunAsync("build");
            await RunAsync("up --detach");
        }
    }

    /// <summary>Skips a test where there is nothing to run containers.</summary>
    public void Require()
    {
        if (missing is not null)
        {
            Assert.Skip($"The test needs docker compose: {missing}.");
        }
    }

    /// <summary>Runs a command of docker compose, which must succeed, and gives what it printed.</summary>
    public async Task<string> RunAsync(string command)
    {
        var (exitCode, output) = await ExecuteAsync(command);
        exitCode.ShouldBe(0, output);
        return output;
    }

    /// <summary>Types commands into a shell, in which <c>docker compose</c> and port 5080 are those of this ledger.</summary>
    public Task<string> TypeAsync(string commands, IReadOnlyDictionary<string, string> environment)
    {
        var typed = program is ["docker", "compose"]
            ? commands
            : $"docker() {{ shift; command {string.Join(' ', program)} \"$@\"; }}\n{commands}";
        return TypedShell.TypeAsync(
            typed,
            Repository.Root,
            new Dictionary<string, string>(environment)
            {
                ["COMPOSE_PROJECT_NAME"] = project,
                ["LEDGER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            },
            port
        );
    }

    /// <summary>Asks until the answer is 200. Before that it may not be reached, or must say that the database is not there yet.</summary>
    public async Task<string> UntilItAnswersAsync()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(
                    $"http://127.0.0.1:{port}/polities/artsakh/state?on=2006-06-01",
                    TestContext.Current.CancellationToken
                );
                if (answer.IsSuccessStatusCode)
                {
                    return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                }

                RunningService.ShouldBeAProblemThatPasses(answer);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            patience.Elapsed.ShouldBeLessThan(PatienceForAnAnswer, await RunAsync("logs"));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (missing is null)
        {
            await RunAsync("down --volumes --rmi local");
        }
    }

    private async Task<bool> TryAsync(string command)
    {
        try
        {
            return (await ExecuteAsync(command)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private async Task<(int ExitCode, string Output)> ExecuteAsync(string command)
    {
        var start = new ProcessStartInfo(program[0], [.. program[1..], "--project-name", project, .. ShellWords.Of(command)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LEDGER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(PatienceForACommand);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }
}

/// <summary>The tests of what docker-compose.yml describes: one after the other, on one ledger.</summary>
[CollectionDefinition(Name)]
public sealed class ComposedLedgers : ICollectionFixture<ComposedLedger>
{
    public const string Name = "The composed ledger";
}
