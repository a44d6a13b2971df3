using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>A contributor records, an editor changes, a reader sees: the whole way over HTTP.</summary>
[OnEveryPostgres]
public sealed class ContributorWalkTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task What_is_recorded_is_seen_disputed_corrected_taken_out_and_brought_back_and_every_earlier_answer_stays()
    {
        var host = ledger.Host;
        await host.RecordAsync(
            "/entities",
            """{ "id": "testville", "kind": "municipality", "names": [{ "text": "Testville", "language": "en" }], "reason": "hosts an office" }""",
            Tokens.OfContributor
        );
        await host.RecordAsync(
            "/sources",
            """{ "id": "gazette", "csl": { "type": "article", "title": "The Gazette" }, "excerptOnly": true, "reason": "names the office" }""",
            Tokens.OfContributor
        );
        await host.RecordAsync(
            "/sources",
            """{ "id": "herald", "csl": { "type": "article", "title": "The Herald" }, "excerptOnly": true, "reason": "names the office" }""",
            Tokens.OfContributor
        );

        var opened = await host.RecordAsync(
            "/facts",
            """
            { "type": "office-opened", "polity": "artsakh", "date": "2012-05-05", "city": "testville",
              "citations": [{ "source": "gazette", "quote": "opened an office in Testville" }] }
            """,
            Tokens.OfContributor
        );
        var fact = opened["id"]!.ToString();
        fact.ShouldBe("testville-office-opened-2012-05-05");
        var before = opened["position"]!.GetValue<long>();
        (await CertaintyAsync("2013-06-01")).ShouldBe("possible", "when it ended nobody says");
        (await CertaintyAsync("2012-05-05")).ShouldBe("certain");

        var other = await host.RecordAsync(
            $"/facts/{fact}/corroborations",
            """{ "date": "2014", "citations": [{ "source": "herald", "quote": "since 2014 an office in Testville" }] }""",
            Tokens.OfContributor
        );
        (await CertaintyAsync("2012-05-05")).ShouldBe("possible", "another source dates it later");
        (await CertaintyAsync("2012-05-05", before)).ShouldBe("certain", "a past answer never changes");

        await host.RecordAsync(
            $"/preferences",
            """
            { "claim": "artsakh/office/testville@gazette", "over": ["artsakh/office/testville@herald"], "bounds": ["start"], "reason": "printed in the week of the opening",
              "citations": [{ "source": "gazette", "quote": "this week" }] }
            """,
            Tokens.OfEditor
        );
        (await CertaintyAsync("2012-05-05")).ShouldBe("certain");

        await host.ChangeAsync(
            fact,
            "corrections",
            """
            { "reason": "the month was misread", "content": { "date": "2012-06-05", "city": "testville",
              "citations": [{ "source": "gazette", "quote": "opened an office in Testville in June" }] } }
            """
        );
        (await CertaintyAsync("2012-05-05")).ShouldBe("not");
        (await host.QueryAsync($"/facts/{fact}"))["date"]!.ToString().ShouldBe("2012-06-05");
        (await host.QueryAsync($"/facts/{fact}?known-at={before}"))["date"]!.ToString().ShouldBe("2012-05-05");

        await host.ChangeAsync(fact, "retractions", """{ "reason": "it was another town" }""");
        (await host.QueryAsync($"/facts/{fact}"))["retracted"]!.GetValue<bool>().ShouldBeTrue();
        (await CertaintyAsync("2014-12-31")).ShouldBe("not", "the corroboration falls with it");

        await host.ChangeAsync(fact, "reinstatements", """{ "reason": "it was this one after all" }""");
        (await CertaintyAsync("2012-06-05")).ShouldBe("certain");

        await host.RecordAsync(
            $"/facts/{fact}/denials",
            """{ "citations": [{ "source": "herald", "quote": "there never was an office" }] }""",
            Tokens.OfContributor
        );
        (await CertaintyAsync("2012-06-05")).ShouldBe("possible");
        (await CertaintyAsync("2012-05-05", other["position"]!.GetValue<long>())).ShouldBe("possible");
    }

    [Fact]
    public async Task A_description_is_corrected_like_a_fact_and_earlier_answers_keep_the_name()
    {
        var host = ledger.Host;
        var before = (
            await host.RecordAsync(
                "/entities",
                """{ "id": "old-name", "kind": "municipality", "names": [{ "text": "Old Name", "language": "en" }], "reason": "test" }""",
                Tokens.OfContributor
            )
        )["position"]!;
        await host.RecordAsync(
            "/entities/old-name/corrections",
            """{ "reason": "a slip", "content": { "kind": "municipality", "names": [{ "text": "New Name", "language": "en" }], "reason": "test" } }""",
            Tokens.OfEditor,
            ("If-Match", await host.TagAsync("/facts/entity-old-name"))
        );

        (await host.QueryAsync("/facts/entity-old-name"))["names"]![0]!["text"]!.ToString().ShouldBe("New Name");
        (await host.QueryAsync($"/facts/entity-old-name?known-at={before}"))["names"]![0]!["text"]!.ToString().ShouldBe("Old Name");
    }

    [Fact]
    public async Task A_denial_is_corrected_like_a_fact()
    {
        var host = ledger.Host;
        await host.RecordAsync(
            "/sources",
            """{ "id": "courier", "csl": { "title": "The Courier" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfContributor
        );
        var denial = (
            await host.RecordAsync(
                "/facts/artsakh-dissolved/denials",
                """{ "citations": [{ "source": "courier", "quote": "no such thing" }] }""",
                Tokens.OfContributor
            )
        )["id"]!.ToString();

        await host.ChangeAsync(
            denial,
            "corrections",
            """{ "reason": "a slip", "content": { "denies": "fact", "citations": [{ "source": "courier", "quote": "no such thing happened" }] } }"""
        );

        (await host.QueryAsync($"/facts/{denial}"))["citations"]![0]!["quote"]!.ToString().ShouldBe("no such thing happened");
    }

    /// <summary>How surely the office was there on a day.</summary>
    private async Task<string> CertaintyAsync(string on, long? knownAt = null)
    {
        var state = await ledger.Host.QueryAsync(
            $"/polities/artsakh/state?on={on}&kind=office{(knownAt is null ? "" : $"&known-at={knownAt}")}"
        );
        return state["entries"]!
                .AsArray()
                .FirstOrDefault(entry => entry!["episode"]!.ToString() == "artsakh/office/testville")
                ?["certainty"]!.ToString()
            ?? "not";
    }
}
