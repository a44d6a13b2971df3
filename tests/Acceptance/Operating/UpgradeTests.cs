using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Operating;

[OnEveryPostgres]
public sealed class UpgradeTests(PostgresServer server)
{
    [Fact]
    public async Task A_schema_of_another_version_is_brought_up_to_date_and_what_is_recorded_stays_as_it_is()
    {
        var connection = await server.CreateLedgerAsync();
        var before = await RowsAsync(connection);
        await QueryAsync(
            connection,
            await File.ReadAllTextAsync(
                Path.Combine(Repository.Root, "tests", "Strangers", "earlier-release.sql"),
                TestContext.Current.CancellationToken
            )
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "verify");

        exitCode.ShouldBe(0, output);
        (await RowsAsync(connection)).ShouldBe(before);
        (
            await Should.ThrowAsync<PostgresException>(() => QueryAsync(connection, "delete from ledger.positions"))
        ).MessageText.ShouldContain("append-only");
        (
            await QueryAsync(
                connection,
                "select to_regclass('ledger.facts_names') is not null and has_table_privilege('ledger_append_only', 'ledger.snapshots', 'insert')"
            )
        ).ShouldBe(true);
    }

    [Fact]
    public async Task A_ledger_from_before_its_role_was_called_for_no_country_keeps_the_role_that_logins_are_members_of()
    {
        var connection = await server.CreateLedgerAsync();
        await QueryAsync(
            connection,
            """
            do $$ begin create role artsakh_ledger_service nologin; exception when duplicate_object then null; end $$;
            revoke all on all tables in schema ledger from ledger_append_only;
            revoke all on all sequences in schema ledger from ledger_append_only;
            revoke all on schema ledger from ledger_append_only;
            grant usage on schema ledger to artsakh_ledger_service;
            drop table ledger.name;
            comment on schema ledger is 'ArtsakhLedger schema of an earlier version';
            """
        );

        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "verify");

        exitCode.ShouldBe(0, output);
        await using var database = LedgerDatabase.Create(connection);
        await using var role = database.Service.CreateCommand("select current_user");
        (await role.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("artsakh_ledger_service");
        (await QueryAsync(connection, "select has_schema_privilege('ledger_append_only', 'ledger', 'usage')")).ShouldBe(false);
        (await QueryAsync(connection, "select has_table_privilege('artsakh_ledger_service', 'ledger.positions', 'insert')")).ShouldBe(true);
    }

    private static async Task<string> RowsAsync(string connection) =>
        (string)
            (
                await QueryAsync(
                    connection,
                    "select md5(string_agg(p::text || e.data::text || f::text, '' order by p.position)) from ledger.positions p join ledger.mt_events e on e.id = p.event_id join ledger.facts f using (position)"
                )
            )!;

    private static async Task<object?> QueryAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
