using System.Net;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Serving;

public sealed class DatabaseAwayTests : IDisposable
{
    private const string Warning = "The database cannot be reached";

    private readonly ServiceHome databaseHome = new();

    public void Dispose() => databaseHome.Dispose();

    [Fact]
    public async Task A_service_whose_database_is_down_answers_503_says_so_once_and_opens_when_it_comes_up()
    {
        var connectionString = await CreateAndStopAsync();
        using var service = new RunningService(LedgerProgram.ToDatabase(connectionString));
        await service.UntilItSaysAsync(Warning);
        await service.UntilItListensAsync();

        using (var answer = await service.AskAsync())
        {
            RunningService.ShouldBeAProblemThatPasses(answer);
        }

        RunningService.ShouldBeAProblemThatPasses(await service.AskAsync("/health/ready"));
        (await service.AskAsync("/health/live")).IsSuccessStatusCode.ShouldBeTrue();
        await using var database = await databaseHome.StartServerAsync();
        (await service.UntilItAnswersAsync()).ShouldContain("Petrosyan");
        ShouldHaveWarnedOnce(service);
    }

    [Fact]
    public async Task A_database_that_goes_away_is_503_and_answers_resume_when_it_is_back()
    {
        var connectionString = await FillAndStopAsync();
        using var service = new RunningService(LedgerProgram.ToDatabase(connectionString));
        await using (await databaseHome.StartServerAsync())
        {
            await service.UntilItAnswersAsync();
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.AskAsync()));
        }

        for (var question = 0; question < 5; question++)
        {
            RunningService.ShouldBeAProblemThatPasses(await service.AskAsync());
        }

        await using var back = await databaseHome.StartServerAsync();
        (await service.AskAsync()).IsSuccessStatusCode.ShouldBeTrue(service.Output);
    }

    [Fact]
    public async Task The_first_to_write_after_the_database_came_back_is_taken()
    {
        var connectionString = await FillAndStopAsync();
        using var service = new RunningService(
            new Dictionary<string, string>(LedgerProgram.ToDatabase(connectionString)) { ["Access__KeyFile"] = Tokens.KeyFile }
        );
        await using (await databaseHome.StartServerAsync())
        {
            await service.UntilItAnswersAsync();
            (await service.RecordAsync("before")).StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        await service.UntilItSaysAsync(Warning);
        await using var back = await databaseHome.StartServerAsync();
        await service.UntilItSaysAsync("The database answers again");

        (await service.RecordAsync("after")).StatusCode.ShouldBe(HttpStatusCode.Created, service.Output);
    }

    [Fact]
    public async Task Nobody_notices_a_database_that_was_restarted_between_two_questions()
    {
        var connectionString = await FillAndStopAsync();
        using var service = new RunningService(LedgerProgram.ToDatabase(connectionString));
        await using (await databaseHome.StartServerAsync())
        {
            await service.UntilItAnswersAsync();
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.AskAsync()));
        }

        await using var back = await databaseHome.StartServerAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.AskAsync()));
        answers.ShouldAllBe(answer => answer.IsSuccessStatusCode, service.Output);
    }

    [Fact]
    public async Task A_database_whose_name_nobody_knows_yet_is_awaited()
    {
        using var service = new RunningService(LedgerProgram.ToDatabase("Host=database.invalid;Database=ledger"));
        await service.UntilItSaysAsync(Warning);
        await service.UntilItListensAsync();

        RunningService.ShouldBeAProblemThatPasses(await service.AskAsync());
        RunningService.ShouldBeAProblemThatPasses(await service.AskAsync("/health/ready"));
        (await service.EndAsync("TERM")).ShouldBe(0, service.Output);
        ShouldHaveWarnedOnce(service);
    }

    [Fact]
    public async Task A_server_of_its_own_that_is_killed_is_started_again()
    {
        using var home = new ServiceHome();
        await home.FillAsync();
        using var service = home.Serve();
        var answer = await service.UntilItAnswersAsync();
        var killed = home.Postmaster!;

        killed.Kill();

        await service.UntilItSaysAsync("The embedded PostgreSQL had ended and has been started again");
        (await service.UntilItAnswersAsync()).ShouldBe(answer);
        home.Postmaster!.IsOfSameServerAs(killed).ShouldBeFalse();
        (await service.EndAsync("TERM")).ShouldBe(0, service.Output);
        home.Postmaster.ShouldBeNull();
    }

    private async Task<string> FillAndStopAsync()
    {
        await databaseHome.FillAsync();
        return await CreateAndStopAsync();
    }

    private async Task<string> CreateAndStopAsync()
    {
        await using var database = await databaseHome.StartServerAsync();
        return database.ConnectionString;
    }

    private static void ShouldHaveWarnedOnce(RunningService service) => service.Output.Split(Warning).Length.ShouldBe(2, service.Output);
}
