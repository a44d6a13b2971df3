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
