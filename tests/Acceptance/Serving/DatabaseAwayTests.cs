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

        using (var answer = await service.QueryAsync())
        {
            RunningService.ShouldBeAProblemThatPasses(answer);
        }

        RunningService.ShouldBeAProblemThatPasses(await service.QueryAsync("/health/ready"));
        (await service.QueryAsync("/health/live")).IsSuccessStatusCode.ShouldBeTrue();
        await using var database = await databaseHome.StartServerAsync();
        (await service.UntilItAnswersAsync()).ShouldContain("Petrosyan");
        ShouldHaveWarnedOnce(service);
    }

    [Fact]
    public async Task A_restart_between_two_questions_goes_unnoticed_a_database_that_is_away_is_503_and_once_it_is_back_the_first_to_ask_or_to_write_is_answered()
    {
        await databaseHome.FillAsync();
        var connectionString = await CreateAndStopAsync();
        using var service = new RunningService(
            new Dictionary<string, string>(LedgerProgram.ToDatabase(connectionString)) { ["Access__KeyFile"] = Tokens.KeyFile }
        );
        await using (await databaseHome.StartServerAsync())
        {
            await service.UntilItAnswersAsync();
            await ShouldAnswerAllAsync(service);
        }

        string beforeItWentAway;
        await using (await databaseHome.StartServerAsync())
        {
            await ShouldAnswerAllAsync(service);
            (await service.RecordAsync("before")).StatusCode.ShouldBe(HttpStatusCode.Created);
            beforeItWentAway = service.Output;
        }

        for (var question = 0; question < 5; question++)
        {
            RunningService.ShouldBeAProblemThatPasses(await service.QueryAsync());
        }

        await service.UntilItSaysAsync(Warning, beforeItWentAway.Length);
        await using (await databaseHome.StartServerAsync())
        {
            await service.UntilItSaysAsync("The database answers again", beforeItWentAway.Length);
            (await service.RecordAsync("after")).StatusCode.ShouldBe(HttpStatusCode.Created, service.Output);
            await ShouldAnswerAllAsync(service);
        }

        RunningService.ShouldBeAProblemThatPasses(await service.QueryAsync());
        await using (await databaseHome.StartServerAsync())
        {
            (await service.QueryAsync()).IsSuccessStatusCode.ShouldBeTrue(service.Output);
        }
    }

    [Fact]
    public async Task A_database_whose_name_nobody_knows_yet_is_awaited()
    {
        using var service = new RunningService(LedgerProgram.ToDatabase("Host=database.invalid;Database=ledger"));
        await service.UntilItSaysAsync(Warning);
        await service.UntilItListensAsync();

        RunningService.ShouldBeAProblemThatPasses(await service.QueryAsync());
        RunningService.ShouldBeAProblemThatPasses(await service.QueryAsync("/health/ready"));
        (await service.EndAsync("TERM")).ShouldBe(0, service.Output);
        ShouldHaveWarnedOnce(service);
    }

    private async Task<string> CreateAndStopAsync()
    {
        await using var database = await databaseHome.StartServerAsync();
        return database.ConnectionString;
    }

    private static async Task ShouldAnswerAllAsync(RunningService service) =>
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.QueryAsync()))).ShouldAllBe(
            answer => answer.IsSuccessStatusCode,
            service.Output
        );

    private static void ShouldHaveWarnedOnce(RunningService service) => service.Output.Split(Warning).Length.ShouldBe(2, service.Output);
}
