using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Preferences;

/// <summary>A dispute settled over HTTP, on one bound and on both.</summary>
public sealed class PreferClaimTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task What_is_set_aside_loses_the_bound_that_is_named_and_stays_visible()
    {
        var episode = await DisputedAsync("halfville");
        (await CertaintyAsync(episode, "2012-06-01")).ShouldBe("possible");
        (await CertaintyAsync(episode, "2015-06-01")).ShouldBe("possible");

        var preferred = await PreferAsync(episode, "halfville-herald", ", \"bounds\": [\"end\"]");
        (await CertaintyAsync(episode, "2012-06-01")).ShouldBe("possible", "its start still stands");
        (await CertaintyAsync(episode, "2015-06-01")).ShouldBe("not", "its end does not");
        (await SetAsideAsync(episode)).ShouldBe([$"{episode}@halfville-herald end"]);
        (await ledger.Host.QueryAsync($"/facts/{preferred}"))["bounds"]!.ToJsonString().ShouldBe("""["end"]""");
    }

    [Fact]
    public async Task Where_no_bound_is_named_both_are_set_aside()
    {
        var episode = await DisputedAsync("wholeville");
        await PreferAsync(episode, "wholeville-herald", "");
        (await CertaintyAsync(episode, "2012-06-01")).ShouldBe("certain");
        (await CertaintyAsync(episode, "2015-06-01")).ShouldBe("not");
        (await SetAsideAsync(episode)).ShouldBe([$"{episode}@wholeville-herald start end"]);
    }

    [Fact]
    public async Task A_denial_is_set_aside_as_a_whole()
    {
        var episode = await DisputedAsync("denialville");
        await PreferAsync(episode, "denialville-herald", "");
        var denial = (
            await ledger.Host.RecordAsync(
                "/facts/denialville-office/denials",
                """{ "citations": [{ "source": "denialville-herald", "quote": "never" }] }""",
                Tokens.OfContributor
            )
        )["id"]!.ToString();
        (await CertaintyAsync(episode, "2013-06-01")).ShouldBe("possible");
        await ledger.Host.RecordAsync(
            "/preferences",
            $$"""
            { "claim": "{{episode}}@denialville-gazette", "over": ["{{denial}}"], "bounds": ["start"], "reason": "it was there", "citations": [{ "source": "denialville-gazette", "quote": "it was" }] }
            """,
            Tokens.OfEditor
        );
        (await CertaintyAsync(episode, "2013-06-01")).ShouldBe("certain");
        (await ledger.Host.QueryAsync($"/episodes/{episode}"))["denials"]![0]!["setAside"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData(", \"bounds\": []", "/bounds")]
    [InlineData(", \"bounds\": [\"middle\"]", "/bounds/0")]
    public async Task A_bound_is_the_start_or_the_end(string bounds, string pointer)
    {
        const string body =
            """{ "claim": "artsakh/recognition-by/hawaii@wikipedia-foreign-relations-of-artsakh", "over": ["artsakh/recognition-by/hawaii@wikipedia-foreign-relations-of-artsakh~2"], "reason": "x", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }]BOUNDS }""";
        (
            await ledger.Host.RefuseAsync(
                422,
                "invalid-content",
                "/preferences",
                body.Replace("BOUNDS", bounds, StringComparison.Ordinal),
                Tokens.OfEditor
            )
        )["errors"]!
            .AsArray()
            .Select(error => error!["pointer"]!.ToString())
            .ShouldContain(at => at.StartsWith(pointer.Split("/0")[0]));
    }

    /// <summary>An office that two sources date differently, by a year on either side.</summary>
    private async Task<string> DisputedAsync(string town)
    {
        await ledger.Host.RecordAsync(
            "/entities",
            $$"""{ "id": "{{town}}", "kind": "municipality", "names": [{ "text": "{{town}}", "language": "en" }], "reason": "test" }""",
            Tokens.OfContributor
        );
        foreach (
            var (source, date, id) in new[]
            {
                ("gazette", "2012-01-01/2015-01-01", "office"),
                ("herald", "2013-01-01/2016-01-01", "office-too"),
            }
        )
        {
            await ledger.Host.RecordAsync(
                "/sources",
                $$"""{ "id": "{{town}}-{{source}}", "csl": { "title": "{{source}}" }, "excerptOnly": true, "reason": "test" }""",
                Tokens.OfContributor
            );
            await ledger.Host.RecordAsync(
                "/facts",
                $$"""
                { "id": "{{town}}-{{id}}", "type": "office-opened", "polity": "artsakh", "city": "{{town}}", "date": "{{date}}", "citations": [{ "source": "{{town}}-{{source}}", "quote": "words" }] }
                """,
                Tokens.OfContributor
            );
        }

        return $"artsakh/office/{town}";
    }

    private async Task<string> PreferAsync(string episode, string over, string bounds) =>
        (
            await ledger.Host.RecordAsync(
                "/preferences",
                $$"""
                { "claim": "{{episode}}@{{over.Replace(
                    "herald",
                    "gazette",
                    StringComparison.Ordinal
                )}}", "over": ["{{episode}}@{{over}}"], "reason": "nearer to it", "citations": [{ "source": "{{over}}", "quote": "words" }]{{bounds}} }
                """,
                Tokens.OfEditor
            )
        )["id"]!.ToString();

    private async Task<string> CertaintyAsync(string episode, string on) =>
        (await ledger.Host.QueryAsync($"/polities/artsakh/state?on={on}&kind=office"))["entries"]!
            .AsArray()
            .FirstOrDefault(entry => entry!["episode"]!.ToString() == episode)
            ?["certainty"]!.ToString()
        ?? "not";

    private async Task<IEnumerable<string>> SetAsideAsync(string episode) =>
        from claim in (await ledger.Host.QueryAsync($"/episodes/{episode}"))["claims"]!.AsArray()
        where claim["setAside"] is not null
        select $"{claim["claim"]} {string.Join(' ', claim["setAside"]!.AsArray())}";
}
