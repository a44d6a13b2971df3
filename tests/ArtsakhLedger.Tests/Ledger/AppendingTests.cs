using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

[OnEveryPostgres]
public sealed class AppendingTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private static readonly Author Somebody = Author.From("somebody", "Some Body");

    private Appender Appender => ledger.Host.Services.GetRequiredService<Appender>();

    private LedgerReader Reader => ledger.Host.Services.GetRequiredService<LedgerReader>();

    [Fact]
    public async Task Callers_that_come_together_share_transactions_and_each_gets_its_own_entries()
    {
        var (before, appended) = (
            await TransactionsAsync(),
            await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AppendAsync(Person($"together-{i}"))))
        );

        for (var i = 0; i < appended.Length; i++)
        {
            appended[i].Facts.Single().Fact.Id.ShouldBe($"entity-together-{i}");
            appended[i].LedgerSize.ShouldBeGreaterThanOrEqualTo(appended[i].Facts[0].Position);
        }

        appended.Select(one => one.Facts[0].Position).Distinct().Count().ShouldBe(200);
        (await TransactionsAsync() - before).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task One_that_cannot_be_written_fails_alone()
    {
        var outcomes = Enumerable
            .Range(0, 40)
            .Select(i => AppendAsync(i == 17 ? Person("alone-17") with { Id = "no\0good" } : Person($"alone-{i}")))
            .ToList();

        for (var i = 0; i < outcomes.Count; i++)
        {
            if (i == 17)
            {
                await Should.ThrowAsync<Exception>(outcomes[i]);
            }
            else
            {
                (await outcomes[i]).Facts.Count.ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task Of_two_that_were_decided_on_the_same_state_of_a_fact_one_wins_and_the_other_is_told()
    {
        await AppendAsync(Person("disputed"));
        var seen = (await Reader.HeadAsync(Cancellation)).Position;
        var retractions = new[] { "first", "second" }
            .Select(id =>
                Appender.AppendAsync(
                    new(
                        [
                            new FactRetracted
                            {
                                Id = id,
                                Target = "entity-disputed",
                                Reason = "test",
                            },
                        ],
                        Somebody,
                        seen
                    ),
                    Cancellation
                )
            )
            .ToList();

        var outcomes = await Task.WhenAll(retractions.Select(async one => await Record.ExceptionAsync(() => one)));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.Count(outcome => outcome is StaleProposalException).ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_that_looked_at_an_entry_which_was_touched_since_is_stale()
    {
        await AppendAsync(Person("looked-at"));
        var seen = (await Reader.HeadAsync(Cancellation)).Position;
        await AppendAsync(Person("unrelated"));
        await Appender.AppendAsync(new([Person("on-it-still")], Somebody, seen) { DependsOn = ["entity-looked-at"] }, Cancellation);
        await Appender.AppendAsync(
            new(
                [
                    new FactRetracted
                    {
                        Id = "gone",
                        Target = "entity-looked-at",
                        Reason = "test",
                    },
                ],
                Somebody,
                seen
            ),
            Cancellation
        );

        await Should.ThrowAsync<StaleProposalException>(() =>
            Appender.AppendAsync(new([Person("on-it")], Somebody, seen) { DependsOn = ["entity-looked-at"] }, Cancellation)
        );
    }

    [Fact]
    public async Task Entries_of_one_group_keep_each_its_own_author()
    {
        var appended = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i => Appender.AppendAsync(new([Person($"by-{i}")], Author.From($"author-{i}", $"Author {i}"), 0), Cancellation))
        );

        await using var connection = new NpgsqlConnection(ledger.ConnectionString);
        await connection.OpenAsync(Cancellation);
        foreach (var (one, i) in appended.Select((one, i) => (one, i)))
        {
            await using var command = new NpgsqlCommand(
                "select e.user_name || ' ' || p.author || ' ' || p.author_name from ledger.positions p join ledger.mt_events e on e.id = p.event_id where position = $1",
                connection
            );
            command.Parameters.Add(new() { Value = one.Facts[0].Position });
            (await command.ExecuteScalarAsync(Cancellation)).ShouldBe($"author-{i} author-{i} Author {i}");
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<Appended> AppendAsync(params IReadOnlyList<Fact> facts) => Appender.AppendAsync(new(facts, Somebody, 0), Cancellation);

    private static EntityDescribed Person(string id) =>
        new()
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = EntityKind.Person,
            Names = [new() { Text = id, Language = "en" }],
            Reason = "test",
        };

    /// <summary>How many transactions have written positions.</summary>
    private async Task<long> TransactionsAsync()
    {
        await using var connection = new NpgsqlConnection(ledger.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select count(distinct xmin::text) from ledger.positions", connection);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
