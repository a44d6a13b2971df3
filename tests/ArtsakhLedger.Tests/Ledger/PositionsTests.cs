using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Running;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

[OnEveryPostgres]
public sealed class PositionsTests(PostgresServer server)
{
    [Fact]
    public async Task Positions_are_dense_and_times_strictly_increase_in_commit_order_over_two_processes_and_many_writers()
    {
        var connection = await server.CreateLedgerAsync();
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await using var _ = place;
        await using var __ = host;
        var before = (await host.Services.GetRequiredService<LedgerReader>().HeadAsync(TestContext.Current.CancellationToken)).Position;
        using var others = new TemporaryEvents();
        for (var batch = 1; batch <= 40; batch++)
        {
            others.Write(
                "elsewhere",
                $"{batch:0000}-batch",
                "entities.yaml",
                $"""
                entities:
                  - {"{"} id: elsewhere-{batch}-a, kind: person, names: [{"{"} text: A, language: en {"}"}], reason: test {"}"}
                  - {"{"} id: elsewhere-{batch}-b, kind: person, names: [{"{"} text: B, language: en {"}"}], reason: test {"}"}
                """
            );
        }

        var observed = ObserveAsync(connection);
        var otherProcess = LedgerProgram.RunAsync(connection, "import", others.Folder);
        var appending = host.Services.GetRequiredService<Appender>();
        var here = Enumerable
            .Range(0, 4)
            .Select(async writer =>
            {
                for (var i = 0; i < 25; i++)
                {
                    await AppendAsync(appending, Person($"writer-{writer}-{i}"));
                }
            });
        await Task.WhenAll(here);
        (await otherProcess).ExitCode.ShouldBe(0, (await otherProcess).Output);

        var rows = await RowsAsync(connection);
        rows.Count.ShouldBe((int)before + 180);
        rows.Select(row => row.Position).ShouldBe(Enumerable.Range(1, rows.Count).Select(position => (long)position));
        rows.Zip(rows.Skip(1)).ShouldAllBe(pair => pair.First.RecordedAt < pair.Second.RecordedAt);
        (await observed).ShouldBeTrue("a visible position implies that all below it are visible");
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_turn_record_time_back()
    {
        var connection = await server.CreateLedgerAsync();
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await using var _ = place;
        await using var __ = host;
        var clock = new Clock(DateTimeOffset.UtcNow.AddDays(1));
        var appending = new Appender(place.Database, host.Services.GetRequiredService<IDocumentStore>(), clock);

        var first = await AppendAsync(appending, Person("tomorrow"));
        clock.Now = clock.Now.AddYears(-5);
        var second = await AppendAsync(appending, Person("long-ago"));

        second[0].Position.ShouldBe(first[0].Position + 1);
        second[0].RecordedAt.ShouldBe(first[0].RecordedAt.AddMicroseconds(1));
    }

    [Fact]
    public async Task What_fails_leaves_no_position_behind()
    {
        var connection = await server.CreateLedgerAsync();
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await using var _ = place;
        await using var __ = host;
        var appending = host.Services.GetRequiredService<Appender>();
        var before = (await RowsAsync(connection)).Count;

        await Should.ThrowAsync<Exception>(() => AppendAsync(appending, Person("good"), Person("bad") with { Id = "no\0good" }));
        (await RowsAsync(connection)).Count.ShouldBe(before);

        var next = await AppendAsync(appending, Person("good"));
        next[0].Position.ShouldBe(before + 1);
    }

    private static async Task<IReadOnlyList<RecordedFact>> AppendAsync(
        Appender appending,
        params IReadOnlyList<ArtsakhLedger.Facts.Fact> facts
    ) => (await appending.AppendAsync(new(facts, Author.From("test", "Test"), 0), TestContext.Current.CancellationToken)).Facts;

    private static EntityDescribed Person(string id) =>
        new()
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = EntityKind.Person,
            Names = [new() { Text = id, Language = "en" }],
            Reason = "test",
        };

    /// <summary>Watches from outside that no position ever shows before the ones below it.</summary>
    private static async Task<bool> ObserveAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) = max(position) from ledger.positions", connection);
        for (var i = 0; i < 200; i++)
        {
            if (!(bool)(await command.ExecuteScalarAsync())!)
            {
                return false;
            }

            await Task.Delay(5);
        }

        return true;
    }

    private static async Task<List<(long Position, DateTime RecordedAt)>> RowsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select position, recorded_at from ledger.positions order by position", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(long, DateTime)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetInt64(0), reader.GetDateTime(1)));
        }

        return rows;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
