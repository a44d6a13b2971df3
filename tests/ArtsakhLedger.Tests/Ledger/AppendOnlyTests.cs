using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

[OnEveryPostgres]
public sealed class AppendOnlyTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    public static TheoryData<string> Changes =>
        new(
            from table in new[] { "ledger.mt_events", "ledger.positions" }
            from change in new[]
            {
                $"delete from {table}",
                $"truncate {table} cascade",
                $"update {table} set {(table.EndsWith("positions", StringComparison.Ordinal) ? "fact = 'x'" : "data = '{}'")}",
            }
            select change
        );

    [Theory]
    [MemberData(nameof(Changes))]
    [InlineData("delete from ledger.facts")]
    [InlineData("update ledger.facts set fact = 'x'")]
    [InlineData("truncate ledger.facts")]
    [InlineData("delete from ledger.imported_folders")]
    [InlineData("delete from ledger.mt_streams")]
    [InlineData("alter table ledger.mt_events disable trigger append_only")]
    [InlineData("drop table ledger.positions")]
    [InlineData("create table ledger.other (x int)")]
    public async Task The_service_may_not_change_what_is_recorded(string change)
    {
        await using var database = LedgerDatabase.Create(ledger.ConnectionString);
        await using var command = database.Service.CreateCommand(change);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Even_the_owner_is_refused_while_the_triggers_stand(string change)
    {
        await using var database = LedgerDatabase.Create(ledger.ConnectionString);
        await using var command = database.Owner.CreateCommand(change);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        refused.MessageText.ShouldContain("append-only");
    }

    [Fact]
    public async Task The_event_store_leaves_no_mark_for_a_number_that_a_failed_append_had_drawn()
    {
        await using var database = LedgerDatabase.Create(ledger.ConnectionString);
        await using var command = database.Service.CreateCommand(
            """
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            select seq_id + 1000000, gen_random_uuid(), stream_id, 1000000, '{}', 'tombstone', timestamp, mt_dotnet_type from ledger.mt_events limit 1
            """
        );

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        refused.ConstraintName.ShouldBe("no_marks");
    }

    [Fact]
    public async Task Every_connection_of_the_service_works_under_the_restricted_role_in_UTC()
    {
        await using var database = LedgerDatabase.Create(ledger.ConnectionString);
        await using var command = database.Service.CreateCommand("select current_user || ' ' || current_setting('timezone')");

        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("ledger_append_only UTC");
    }

    [Fact]
    public async Task An_event_keeps_its_author_its_position_and_the_same_time_as_its_position()
    {
        await using var database = LedgerDatabase.Create(ledger.ConnectionString);
        await using var command = database.Service.CreateCommand(
            """
            select count(*), count(*) filter (where e.timestamp = p.recorded_at and (e.headers ->> 'position')::bigint = p.position and e.user_name = 'events/'),
                   min(p.position), max(p.position), (select count(*) from ledger.mt_events)
            from ledger.positions p join ledger.mt_events e on e.id = p.event_id
            """
        );
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);

        var count = reader.GetInt64(0);
        count.ShouldBeGreaterThan(60);
        reader.GetInt64(1).ShouldBe(count);
        (reader.GetInt64(2), reader.GetInt64(3)).ShouldBe((1, count));
        reader.GetInt64(4).ShouldBe(count);
    }
}
