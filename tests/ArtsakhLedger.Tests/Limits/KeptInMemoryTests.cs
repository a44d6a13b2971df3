using Alba;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Offices;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Limits;

/// <summary>What is kept in memory of questions and answers is what somebody may ask again, and counts as its content.</summary>
public sealed class KeptInMemoryTests(PostgresServer server)
{
    [Fact]
    public async Task Nothing_is_kept_for_names_of_polities_that_no_fact_has()
    {
        var (place, host) = await LedgerFixture.StartAsync(await server.CreateLedgerAsync());
        await using var _ = place;
        await using var __ = host;
        await host.Scenario(scenario => scenario.Get.Url("/polities/artsakh/state?on=2006-06-01"));
        var (histories, ledger) = (host.Services.GetRequiredService<Histories>(), host.Services.GetRequiredService<LedgerReader>());

        for (var i = 0; i < 20; i++)
        {
            foreach (var address in new[] { "state?on=2006-06-01", "timeline", "changes", "relations/armenia?on=2006-06-01" })
            {
                await host.Scenario(scenario =>
                {
                    scenario.Get.Url($"/polities/nowhere-{i}/{address}");
                    scenario.StatusCodeShouldBe(404);
                });
            }
        }

        histories.AskedFor.ShouldBe(1);
        ledger.PolitiesInMemory.ShouldBe(1);
    }

    [Fact]
    public void A_fact_counts_as_much_as_it_says()
    {
        var longer = FactOf(new string('x', 3_000));

        (longer.MemorySize - FactOf("").MemorySize).ShouldBe(6_000);
        (
            longer with
            {
                Fact = longer.Fact with { Citations = [.. longer.Fact.Citations, .. longer.Fact.Citations] },
            }
        ).MemorySize.ShouldBeGreaterThan(longer.MemorySize + 6_000);
    }

    [Fact]
    public async Task An_answer_that_took_long_is_given_again_until_something_is_recorded_that_may_touch_it()
    {
        var (place, host) = await LedgerFixture.StartAsync(await server.CreateLedgerAsync(), clock: new SlowClock());
        await using var _ = place;
        await using var __ = host;
        var kept = host.Services.GetRequiredService<AnswerCache>();
        const string question = "/entities?q=zzz";

        var first = await AskAsync(host, question);
        kept.Count.ShouldBe(1);
        (await AskAsync(host, question)).ShouldBe(first);
        (await AskAsync(host, question, accept: "text/html")).ShouldNotBe(first);
        kept.Count.ShouldBe(2);

        await host.RecordAsync(
            "/entities",
            """{ "id": "zzz", "kind": "person", "names": [{ "text": "Zzz", "language": "en" }], "reason": "x" }""",
            Tokens.OfContributor
        );

        (await AskAsync(host, question)).ShouldContain("Zzz");
        (await AskAsync(host, question)).ShouldContain("Zzz");
    }

    /// <summary>As a question comes over a wire.</summary>
    private static async Task<string> AskAsync(IAlbaHost host, string question, string accept = "application/json") =>
        (
            await host.Scenario(scenario =>
            {
                scenario.Get.Url(question);
                scenario.WithRequestHeader("Accept", accept);
                scenario.ConfigureHttpContext(context => context.Features.Get<IHttpRequestFeature>()!.RawTarget = question);
            })
        ).ReadAsText();

    private static RecordedFact FactOf(string quote) =>
        new(
            1,
            DateTimeOffset.UnixEpoch,
            Author.From("test", "Test"),
            null,
            new OfficeOpened
            {
                Id = "opened",
                City = "paris",
                Citations = [new() { Source = "a-source", Quote = quote }],
            }
        );

    /// <summary>A clock on which everything takes seconds.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long seconds;

        public override long GetTimestamp() => Interlocked.Increment(ref seconds) * TimestampFrequency;
    }
}
