using System.Globalization;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

/// <summary>What else happens in the home of a service; the tests share one service, which goes on after each of them.</summary>
public sealed class CommandsBesideAServiceTests(CommandsBesideAServiceTests.Served served)
    : IClassFixture<CommandsBesideAServiceTests.Served>
{
    private static readonly string[] Question = ["state", "artsakh", "--on", "2006-06-01"];

    [Fact]
    public async Task Commands_read_and_append_while_a_service_runs_and_leave_its_server_running()
    {
        var server = served.Home.Postmaster!.ProcessId;

        var state = await served.Home.RunAsync(Question);
        var import = await served.Home.RunAsync("import", Repository.Events);

        state.ExitCode.ShouldBe(0, state.Output);
        state.Output.ShouldContain("Petrosyan");
        import.ExitCode.ShouldBe(0, import.Output);
        import.Output.ShouldContain("0 facts appended");
        served.Home.Postmaster!.ProcessId.ShouldBe(server);
        (await served.Service.QueryAsync()).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_that_a_command_imports_shows_in_the_answers_of_the_service()
    {
        using var events = TemporaryEvents.CopyOfTheRecord();
        events.Write(
            "artsakh",
            "9999-later",
            "entities.yaml",
            """
            entities:
              - id: later
                kind: polity
                names:
                  - { text: Later, language: en }
                reason: to be imported later
            """
        );

        var import = await served.Home.RunAsync("import", events.Folder);

        import.ExitCode.ShouldBe(0, import.Output);
        (await served.Service.QueryAsync("/polities/artsakh/state?on=2006&known-at=9999-later")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_service_is_refused_and_told_who_has_the_home()
    {
        var (exitCode, output) = await served.Home.RunAsync("serve", "--urls", "http://127.0.0.1:0");

        exitCode.ShouldBe(1);
        output.ShouldContain($"(process {served.Service.ProcessId.ToString(CultureInfo.InvariantCulture)})");
        output.ShouldNotContain("   at ");
        await served.Service.UntilItAnswersAsync();
    }

    [Fact]
    public async Task A_server_of_its_own_that_is_killed_is_started_again()
    {
        var answer = await served.Service.UntilItAnswersAsync();
        var killed = served.Home.Postmaster!;

        killed.Kill();

        await served.Service.UntilItSaysAsync("The embedded PostgreSQL had stopped and has been restarted");
        (await served.Service.UntilItAnswersAsync()).ShouldBe(answer);
        served.Home.Postmaster!.IsSameServerAs(killed).ShouldBeFalse();
    }

    [Fact]
    public async Task Commands_without_a_service_start_the_server_together_and_the_last_one_stops_it()
    {
        using var home = new ServiceHome();
        await home.FillAsync();

        var answers = await Task.WhenAll(home.RunAsync(Question), home.RunAsync(Question), home.RunAsync(Question));

        answers.ShouldAllBe(answer => answer.ExitCode == 0 && answer.Output == answers[0].Output);
        answers[0].Output.ShouldContain("Petrosyan");
        home.Postmaster.ShouldBeNull();
    }

    /// <summary>A service in a filled home. It stops when it is asked to, whatever was done to its server.</summary>
    public sealed class Served : IAsyncLifetime
    {
        public ServiceHome Home { get; } = new();

        public RunningService Service { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Home.FillAsync();
            Service = Home.Serve();
            await Service.UntilItAnswersAsync();
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                (await Service.EndAsync("TERM")).ShouldBe(0, Service.Output);
                Home.Postmaster.ShouldBeNull();
            }
            finally
            {
                Service.Dispose();
                Home.Dispose();
            }
        }
    }
}
