using System.Net;
using System.Net.Sockets;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.CommandLine;

/// <summary>Each verb that only reads once as a program. What the others tests see of a verb that runs in their own process is what a user sees.</summary>
public sealed class ProcessTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("state artsakh --on 2006-06-01")]
    [InlineData("relations artsakh ukraine --on 2010-01-01")]
    [InlineData("timeline artsakh --from 2018-03 --to 2018-05")]
    [InlineData("changes artsakh --from 2012-09-30 --to 2012-10")]
    [InlineData("contradictions artsakh --json")]
    [InlineData("facts --type visit-made")]
    [InlineData("episode artsakh/office/atlantis")]
    [InlineData("batches")]
    [InlineData("date 1997-13")]
    [InlineData("provenance artsakh-dissolved")]
    [InlineData("coverage wikipedia-foreign-relations-of-artsakh")]
    [InlineData("passages README.md")]
    [InlineData("check events")]
    [InlineData("sheet office-opened")]
    [InlineData("import-sheet README.md --polity artsakh")]
    [InlineData("verify --json")]
    [InlineData("log-key old")]
    public async Task A_verb_prints_and_ends_as_a_program_as_it_does_in_a_test(string words)
    {
        var environment = LedgerProgram.ToDatabase(ledger.ConnectionString);
        string[] inTheRepository =
        [
            .. words.Split(' ').Select(word => word is "README.md" or "events" ? Path.Combine(Repository.Root, word) : word),
        ];

        using var process = LedgerProgram.StartIn(environment, inTheRepository);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        var expected = await LedgerVerb.RunApartAsync(environment, inTheRepository);
        await process.WaitForExitAsync(Cancellation);

        (process.ExitCode, await output, await errors).ShouldBe(expected);
        (expected.ExitCode == 0).ShouldBe(expected.Errors.Length == 0);
    }

    [Fact]
    public async Task Help_names_every_verb_of_the_contract()
    {
        var (_, output) = await LedgerProgram.RunAsync(null, "--help");
        foreach (
            var verb in new[]
            {
                "serve",
                "import",
                "import-sheet",
                "sheet",
                "check",
                "state",
                "timeline",
                "provenance",
                "verify",
                "export",
                "token",
                "relations",
                "changes",
                "contradictions",
                "facts",
                "coverage",
                "date",
            }
        )
        {
            output.Split('\n').ShouldContain(line => line.TrimStart().StartsWith($"{verb} ", StringComparison.Ordinal), verb);
        }

        (await LedgerProgram.RunAsync(null, "help")).Output.ShouldBe(output);
    }

    [Fact]
    public async Task Help_of_a_verb_explains_its_options()
    {
        var (_, output) = await LedgerProgram.RunAsync(null, "state", "--help");

        output.ShouldContain("--known-at");
        output.ShouldContain("2006-06-01");
    }

    [Fact]
    public async Task Ctrl_C_ends_a_verb_that_waits_for_its_database_with_exit_code_130()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var process = LedgerProgram.Start($"Host=127.0.0.1;Port={port};Database=ledger;Username=x;Timeout=0", "batches");
        using var waiting = await silent.AcceptTcpClientAsync(Cancellation);

        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
        var errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        process.ExitCode.ShouldBe(130, errors);
        errors.ShouldBe("Interrupted.\n");
    }

    [Fact]
    public async Task A_verb_that_is_interrupted_before_it_begins_does_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        var ended = await LedgerVerb.RunApartAsync(
            LedgerProgram.ToDatabase(ledger.ConnectionString),
            interrupted.Token,
            "import",
            Repository.Events
        );

        ended.ShouldBe((130, "", "Interrupted.\n"));
    }
}
