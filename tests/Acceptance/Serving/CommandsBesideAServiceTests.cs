using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class CommandsBesideAServiceTests : IDisposable
{
    private static readonly string[] Question = ["state", "artsakh", "--on", "2006-06-01"];

    private readonly ServiceHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Commands_read_and_append_while_a_service_runs_and_leave_its_server_running()
    {
        await home.FillAsync();
        using var service = home.Serve();
        await service.UntilItAnswersAsync();
        var server = home.Postmaster!.ProcessId;

        var state = await home.RunAsync(Question);
        var import = await home.RunAsync("import", Repository.Events);

        state.ExitCode.ShouldBe(0, state.Output);
        state.Output.ShouldContain("Petrosyan");
        import.ExitCode.ShouldBe(0, import.Output);
        import.Output.ShouldContain("0 facts appended");
        home.Postmaster!.ProcessId.ShouldBe(server);
        (await service.AskAsync()).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_that_a_command_imports_shows_in_the_answers_of_the_service()
    {
        await home.FillAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        using var service = home.Serve();
        await service.UntilItAnswersAsync();
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

        var import = await home.RunAsync("import", events.Folder);

        import.ExitCode.ShouldBe(0, import.Output);
        (await service.AskAsync("/polities/artsakh/state?on=2006&known-at=9999-later")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Commands_without_a_service_start_the_server_together_and_the_last_one_stops_it()
    {
        (await home.RunAsync("import", Repository.Events)).Output.ShouldContain("0 were recorded already");

        var answers = await Task.WhenAll(home.RunAsync(Question), home.RunAsync(Question), home.RunAsync(Question));

        answers.ShouldAllBe(answer => answer.ExitCode == 0 && answer.Output == answers[0].Output);
        answers[0].Output.ShouldContain("Petrosyan");
        home.Postmaster.ShouldBeNull();
    }
}
