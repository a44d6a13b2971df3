using System.Text.Json;
using Alba;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Offices;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>An answer that is pinned to a position never changes (DESIGN, section 3).</summary>
[OnEveryPostgres]
public sealed class RepeatablePastTests(PostgresServer server)
{
    private static readonly string[] Days = ["1997-06-01", "2006-11-17", "2012-05-05", "2023-12-31", "2024-01-01"];

    [Fact]
    public async Task Pinned_answers_stay_the_same_bytes_while_two_processes_write_after_a_rebuild_and_after_a_restart()
    {
        var connection = await server.CreateLedgerAsync();
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await using var _ = place;
        await using var __ = host;
        var ledger = host.Services.GetRequiredService<LedgerReader>();
        var first = (int)
            (await ledger.PolitiesAsync(TestContext.Current.CancellationToken)).Single(polity => polity.Polity == "artsakh").Position;
        var head = (int)(await ledger.HeadAsync(TestContext.Current.CancellationToken)).Position;
        var questions = Enumerable
            .Range(first, head - first + 1)
            .Where(position => position % 11 == 0)
            .Select((position, i) => $"/polities/artsakh/state?on={Days[i % Days.Length]}&known-at={position}")
            .ToList();
        var fromFacts = await AnswersAsync(host, questions);
        await UntilPackedAsync(host);
        (await AnswersAsync(host, questions)).ShouldBe(fromFacts, "from the packed history");

        using var others = TemporaryEvents.CopyOfTheRecord();
        for (var batch = 1; batch <= 10; batch++)
        {
            others.Write("artsakh", $"9{batch:000}-more", "offices.yaml", Office($"elsewhere-{batch}", $"20{batch:00}"));
        }

        var otherProcess = LedgerProgram.RunAsync(connection, "import", others.Folder);
        var writing = WriteAsync(host);
        do
        {
            (await AnswersAsync(host, questions)).ShouldBe(fromFacts, "while others write");
        } while (!otherProcess.IsCompleted || !writing.IsCompleted);

        await writing;
        (await otherProcess).ExitCode.ShouldBe(0, (await otherProcess).Output);
        var rebuilt = await LedgerProgram.RunAsync(connection, "projections", "rebuild");
        rebuilt.ExitCode.ShouldBe(0, rebuilt.Output);
        (await AnswersAsync(host, questions)).ShouldBe(fromFacts, "after a rebuild");

        var (otherPlace, restarted) = await LedgerFixture.StartAsync(connection);
        await using var ___ = otherPlace;
        await using var ____ = restarted;
        (await AnswersAsync(restarted, questions)).ShouldBe(fromFacts, "after a restart");
        await UntilPackedAsync(restarted);
        (await AnswersAsync(restarted, questions)).ShouldBe(fromFacts, "after a restart, from the packed history");
        const string now = "/polities/artsakh/state?on=2012-05-05";
        (await AnswersAsync(host, [now])).ShouldBe(await AnswersAsync(restarted, [now]), "both see what both wrote");
    }

    [Fact]
    public async Task A_question_sees_what_was_appended_before_it()
    {
        var (place, host) = await LedgerFixture.StartAsync(await server.CreateLedgerAsync());
        await using var _ = place;
        await using var __ = host;
        await UntilPackedAsync(host);
        for (var i = 0; i < 20; i++)
        {
            var position = await AppendAsync(host, i);
            var answer = JsonDocument
                .Parse((await AnswersAsync(host, ["/polities/artsakh/state?on=2012-05-05&kind=office"]))[0])
                .RootElement;

            answer.GetProperty("knownAt").GetProperty("position").GetInt64().ShouldBe(position);
            answer
                .GetProperty("entries")
                .EnumerateArray()
                .Count(entry => entry.GetProperty("episode").GetString()!.Contains("here-"))
                .ShouldBe(i + 1);
        }
    }

    [Fact]
    public async Task A_tag_changes_when_something_of_the_polity_is_recorded_and_not_when_something_else_is()
    {
        var connection = await server.CreateLedgerAsync();
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await using var _ = place;
        await using var __ = host;
        var before = await TagAsync(host);
        await UntilPackedAsync(host);
        (await TagAsync(host)).ShouldBe(before, "from facts or packed");

        await AppendAsync(host, 0, polity: "abkhazia");
        (await TagAsync(host)).ShouldBe(before, "an append elsewhere");
        await AppendAsync(host, 1);
        var after = await TagAsync(host);
        after.ShouldNotBe(before);

        var (otherPlace, restarted) = await LedgerFixture.StartAsync(connection);
        await using var ___ = otherPlace;
        await using var ____ = restarted;
        (await TagAsync(restarted)).ShouldBe(after, "a restart");
    }

    [Fact]
    public async Task An_entity_is_named_as_it_was_described_last_and_descriptions_of_others_change_nothing()
    {
        const string question = "/polities/artsakh/state?on=2012-05-05&kind=office";
        var (place, host) = await LedgerFixture.StartAsync(await server.CreateLedgerAsync());
        await using var _ = place;
        await using var __ = host;
        await UntilPackedAsync(host);
        var before = await AnswersAsync(host, [question]);

        await DescribeAsync(host, "somebody-else", "Somebody Else");
        (await AnswersAsync(host, [question])).ShouldBe(before);

        await AppendAsync(host, 1);
        await DescribeAsync(host, "here-1", "A New Name");
        (await AnswersAsync(host, [question]))[0].ShouldContain("A New Name");
        await UntilPackedAsync(host);
        await DescribeAsync(host, "here-1", "A Newer Name");
        (await AnswersAsync(host, [question]))[0].ShouldContain("A Newer Name");
    }

    private static async Task DescribeAsync(IAlbaHost host, string entity, string name) =>
        await host
            .Services.GetRequiredService<Appender>()
            .AppendAsync(
                new(
                    [
                        new EntityDescribed
                        {
                            Id = $"entity-{entity}-{name.Length}",
                            Entity = entity,
                            Kind = EntityKind.Municipality,
                            Names = [new() { Text = name, Language = "en" }],
                            Reason = "test",
                        },
                    ],
                    Author.From("test", "Test"),
                    0
                ),
                TestContext.Current.CancellationToken
            );

    private static async Task<string> TagAsync(IAlbaHost host) =>
        (
            await host.Scenario(scenario => scenario.Get.Url("/polities/artsakh/state?on=2012-05-05"))
        ).Context.Response.Headers.ETag.ToString();

    private static async Task WriteAsync(IAlbaHost host)
    {
        for (var i = 0; i < 30; i++)
        {
            await AppendAsync(host, i);
        }
    }

    private static async Task<long> AppendAsync(IAlbaHost host, int number, string polity = "artsakh")
    {
        var fact = new OfficeOpened
        {
            Id = $"{polity}-here-{number}",
            Polity = polity,
            City = $"here-{number}",
            Date = EdtfDate.Parse("2012-05"),
            Citations = [new() { Source = "wikipedia-foreign-relations-of-artsakh", Quote = "words" }],
        };
        var appended = await host
            .Services.GetRequiredService<Appender>()
            .AppendAsync(new([fact], Author.From("test", "Test"), 0), TestContext.Current.CancellationToken);
        return appended.Facts[0].Position;
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(IAlbaHost host, IEnumerable<string> questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add(await (await host.Scenario(scenario => scenario.Get.Url(question))).ReadAsTextAsync());
        }

        return answers;
    }

    private static async Task UntilPackedAsync(IAlbaHost host)
    {
        await AnswersAsync(host, ["/polities/artsakh/state?on=2000-01-01"]);
        for (var patience = 0; host.Services.GetRequiredService<Histories>().Count == 0; patience++)
        {
            patience.ShouldBeLessThan(600, "the history is packed in the background");
            await Task.Delay(50);
        }
    }

    private static string Office(string city, string year) =>
        $$"""
            entities:
              - { id: {{city}}, kind: municipality, names: [{ text: {{city}}, language: en }], reason: test }
            sources:
              - { id: gazette-of-{{city}}, csl: { type: book, title: Gazette }, excerptOnly: true, reason: test }
            facts:
              - id: office-{{city}}
                type: office-opened
                city: {{city}}
                date: "{{year}}"
                citations: [{ source: gazette-of-{{city}}, quote: "words" }]
            """;
}
