using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Container;

[OnEveryPostgres]
[Collection(ComposedLedgers.Name)]
public sealed class ContainerTests(ComposedLedger ledger)
{
    [Fact]
    public async Task A_killed_database_is_awaited_by_a_service_that_runs_on()
    {
        ledger.Require();
        var answer = await ledger.UntilItAnswersAsync();
        var service = await ServiceProcessAsync();

        await ledger.RunAsync("kill database");
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        (await ServiceProcessAsync()).ShouldBe(service);
        await ledger.RunAsync("up --detach");

        (await ledger.UntilItAnswersAsync()).ShouldBe(answer);
        (await ServiceProcessAsync()).ShouldBe(service);
    }

    [Fact]
    public async Task The_service_runs_as_an_ordinary_user_that_can_change_none_of_its_program()
    {
        ledger.Require();
        await ledger.UntilItAnswersAsync();

        (await ledger.RunAsync("exec -T ledger id --user")).Trim().ShouldBe("1654");
        (await ledger.RunAsync("exec -T ledger bash -c \"touch /app/changed || echo refused\"")).ShouldContain("refused");
    }

    [Fact]
    public async Task The_service_works_under_a_login_that_owns_nothing()
    {
        ledger.Require();
        await ledger.UntilItAnswersAsync();

        const string Query =
            "select string_agg(distinct usename || ' as ' || application_name, ', ') from pg_stat_activity where application_name = 'artsakh-ledger'";
        (await ledger.RunAsync($"exec -T database psql --username=postgres --dbname=ledger --no-align --tuples-only --command=\"{Query}\""))
            .Trim()
            .ShouldBe("ledger_service as artsakh-ledger");
        (
            await ledger.RunAsync(
                "exec -T database psql --username=postgres --dbname=ledger --no-align --tuples-only --command=\"select distinct tableowner from pg_tables where schemaname = 'ledger'\""
            )
        )
            .Trim()
            .ShouldBe("ledger_owner");
    }

    [Fact]
    public async Task Passwords_are_in_files_of_one_user_and_neither_in_the_environment_nor_in_the_log()
    {
        ledger.Require();
        await ledger.UntilItAnswersAsync();
        var passwords = (await ledger.RunAsync("exec -T database bash -c \"tail -n +1 -q /run/secrets/* | fold -w 48\""))
            .Split('\n')
            .Where(line => line.Trim().Length == 48)
            .ToList();

        passwords.Distinct().Count().ShouldBe(3);
        var said =
            await ledger.RunAsync("logs")
            + await ledger.RunAsync("exec -T ledger env")
            + await ledger.RunAsync("exec -T database env")
            + await ledger.RunAsync("config");
        passwords.ShouldAllBe(password => !said.Contains(password));
        (await ledger.RunAsync("exec -T ledger bash -c \"stat --format='%a %U' /run/secrets/* | sort --unique\""))
            .Trim()
            .ShouldBe("600 app");
    }

    [Fact]
    public async Task It_is_published_to_this_machine_alone()
    {
        ledger.Require();

        (await ledger.RunAsync("port ledger 5080")).Trim().ShouldStartWith("127.0.0.1:");
    }

    /// <summary>When the first process of the service's container began, which a restart would change.</summary>
    private Task<string> ServiceProcessAsync() =>
        ledger.RunAsync("exec -T ledger bash -c \"read -ra fields </proc/1/stat; echo ${fields[21]}\"");
}
