using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Provenance;

public sealed class HistoryTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Every_version_has_who_when_why_and_what_it_said_and_changes_that_were_undone_stay()
    {
        var host = ledger.Host;
        const string fact = "arman-melikyan-foreign-minister";
        var original = (await host.QueryAsync($"/facts/{fact}"))["date"]!.ToString();
        var content = (await host.QueryAsync($"/facts/{fact}")).AsObject();
        string Corrected(string date) =>
            $$"""{ "reason": "to {{date}}", "content": { "date": "{{date}}", "person": "arman-melikyan", "citations": {{content["citations"]!.ToJsonString()}} } }""";

        await host.ChangeAsync(fact, "corrections", Corrected("2004/2006"));
        var second = await host.ChangeAsync(fact, "corrections", Corrected("2004/2007"));
        await host.ChangeAsync(second["id"]!.ToString(), "retractions", """{ "reason": "the second was wrong" }""");
        await host.ChangeAsync(fact, "retractions", """{ "reason": "to take it out" }""");
        await host.ChangeAsync(fact, "reinstatements", """{ "reason": "to bring it back" }""");

        var versions = (await host.QueryAsync($"/facts/{fact}/history"))["items"]!.AsArray();

        versions
            .Select(version => $"{version!["type"]} {version["content"]!["date"]} {version["inForce"]} {version["reason"]}")
            .ShouldBe([
                $"minister-appointed {original} true ",
                "fact-corrected 2004/2006 true to 2004/2006",
                "fact-corrected 2004/2007 true to 2004/2007",
                "fact-retracted 2004/2006 true the second was wrong",
                "fact-retracted 2004/2006 false to take it out",
                "fact-reinstated 2004/2006 true to bring it back",
            ]);
        versions[0]!["author"]!["subject"]!.ToString().ShouldBe("events/");
        versions[1]!["author"]!["subject"]!.ToString().ShouldBe("reading-room");
        versions.Select(version => version!["position"]!.GetValue<long>()).ShouldBeInOrder();
        versions.Select(version => version!["recordedAt"]!.GetValue<DateTimeOffset>()).ShouldBeInOrder();
        foreach (var version in versions.Where(version => version!["inForce"]!.GetValue<bool>()))
        {
            (await host.QueryAsync(version!["version"]!.ToString()))["date"]!.ToString().ShouldBe(version["content"]!["date"]!.ToString());
        }

        var position = versions[2]!["position"]!.ToString();
        (await host.QueryAsync($"/facts/{fact}/history?known-at={position}"))["items"]!.AsArray().Count.ShouldBe(3);
        (await PagedAsync($"/facts/{fact}/history?limit=2")).ShouldBe(versions.Select(version => version!.ToJsonString()));
    }

    [Fact]
    public async Task A_fact_that_was_never_changed_has_one_version() =>
        (await ledger.Host.QueryAsync("/facts/artsakh-dissolved/history"))["items"]!.AsArray().ShouldHaveSingleItem()!["event"]!
            .ToString()
            .ShouldBe("/facts/artsakh-dissolved");

    [Fact]
    public async Task The_way_from_a_statement_leads_to_the_words_the_snapshot_and_the_passage()
    {
        var provenance = await ledger.Host.QueryAsync("/facts/naira-melkumian-foreign-minister/provenance?known-at=artsakh/0001-article");

        provenance["statements"]!
            .AsArray()
            .Select(stated => stated!["statement"]!.ToString())
            .ShouldBe(["Naira Melkumian was foreign minister"]);
        provenance["versions"]!.AsArray().ShouldHaveSingleItem()!["author"]!["subject"]!.ToString().ShouldBe("events/");
        var citation = provenance["citations"]!
            .AsArray()
            .First(citation => citation!["quote"]!.ToString() == "1997–2002: Naira Melkumian")!;
        citation["snapshot"]!["sha256"]!.ToString().ShouldBe("10b8f498c2b3c1b2d17d10c12c31a1fba276a04925a8a5c49541085b2e7e703d");
        citation["passages"]!.AsArray().ShouldHaveSingleItem()!["start"]!.GetValue<int>().ShouldBe(1927);
        citation["source"]!["title"]!.ToString().ShouldBe("Foreign relations of Artsakh");
        await ledger.GetAsync(citation["source"]!["passages"]!.ToString());
        await ledger.GetAsync(provenance["history"]!.ToString());
        await ledger.GetAsync(provenance["self"]!.ToString());
    }

    [Fact]
    public async Task The_command_says_that_there_is_no_such_fact()
    {
        var (unknown, message) = await LedgerVerb.RunAsync(ledger.ConnectionString, "provenance", "no-such-fact");

        unknown.ShouldBe(1);
        message.ShouldContain("no fact 'no-such-fact'");
    }

    private async Task<List<string>> PagedAsync(string address)
    {
        var (all, next) = (new List<string>(), address);
        while (next is not null)
        {
            var page = await ledger.Host.QueryAsync(next);
            all.AddRange(page["items"]!.AsArray().Select(item => item!.ToJsonString()));
            next = page["next"]?.ToString();
        }

        return all;
    }
}
