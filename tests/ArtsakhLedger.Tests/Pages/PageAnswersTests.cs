using Alba;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>What goes over the wire with a page.</summary>
public sealed class PageAnswersTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
    private const string State = "/polities/artsakh/state?on=2006-06-01";

    [Theory]
    [InlineData("/polities")]
    [InlineData(State)]
    [InlineData("/facts/artsakh-dissolved")]
    [InlineData("/polities/artsakh/changes?from=1997&to=2002")]
    [InlineData("/polities/artsakh/contradictions")]
    [InlineData("/entities?q=lachin")]
    [InlineData("/entities/lachin")]
    public async Task A_browser_gets_a_page_and_a_program_JSON_from_the_same_address(string address)
    {
        var page = await LookAsync(address);
        page.Context.Response.ContentType.ShouldBe("text/html; charset=utf-8");
        (await page.ReadAsTextAsync()).ShouldStartWith("<!DOCTYPE html>");
        var headers = page.Context.Response.Headers;
        headers
            .ContentSecurityPolicy.ToString()
            .ShouldBe(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            );
        headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        headers.Vary.ToString().ShouldBe("Accept, Accept-Encoding");

        var json = await ledger.Host.Scenario(scenario => scenario.Get.Url(address));
        json.Context.Response.ContentType.ShouldBe("application/json; charset=utf-8");
        json.Context.Response.Headers.ETag.ShouldNotBe(headers.ETag);
    }

    [Fact]
    public async Task A_page_has_a_strong_tag_and_is_not_sent_again_to_who_has_it()
    {
        var tag = (await LookAsync(State)).Context.Response.Headers.ETag.ToString();

        tag.ShouldStartWith("\"");
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(State);
            scenario.WithRequestHeader("Accept", Browser);
            scenario.WithRequestHeader("If-None-Match", tag);
            scenario.StatusCodeShouldBe(304);
        });
    }

    [Fact]
    public async Task The_tag_of_a_fact_as_a_page_names_the_version_that_a_program_sees()
    {
        var page = (await LookAsync("/facts/artsakh-dissolved")).Context.Response.Headers.ETag.ToString();
        var json = (
            await ledger.Host.Scenario(scenario => scenario.Get.Url("/facts/artsakh-dissolved"))
        ).Context.Response.Headers.ETag.ToString();

        page.Trim('"').Split('-')[0].ShouldBe(json.Trim('"'));
    }

    [Fact]
    public async Task Longer_dates_are_compared_by_their_last_days_and_the_page_says_so()
    {
        (await (await LookAsync("/polities/artsakh/changes?from=1997&to=1998")).ReadAsTextAsync()).ShouldContain(
            "Changes after 31 December 1997 up to 31 December 1998 are counted."
        );
        (await (await LookAsync("/polities/artsakh/changes?from=1997-06-01&to=1998-06-01")).ReadAsTextAsync()).ShouldNotContain(
            "are counted"
        );
    }

    [Fact]
    public async Task What_is_attested_not_to_have_been_is_given_no_start_and_no_end()
    {
        var page = await (await LookAsync("/polities/artsakh/relations/ukraine?on=2010")).ReadAsTextAsync();

        page.ShouldContain("attested not");
        page.ShouldContain("Because: Wikipedia says so");
        page.ShouldNotContain("its end");
        page.ShouldNotContain("when it ended");
    }

    [Fact]
    public async Task A_page_of_the_past_is_asked_for_again_because_it_leads_to_what_was_recorded_since() =>
        (await LookAsync($"{State}&known-at=300")).Context.Response.Headers.CacheControl.ToString().ShouldBe("no-cache");

    [Fact]
    public async Task A_page_that_is_asked_for_again_and_again_says_at_which_address_each_time()
    {
        foreach (var host in new[] { "a.example.org", "a.example.org", "a.example.org", "b.example.org", "a.example.org" })
        {
            var page = await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url(State);
                scenario.WithRequestHeader("Accept", Browser);
                scenario.ConfigureHttpContext(context => context.Request.Host = new(host));
            });
            (await page.ReadAsTextAsync()).ShouldContain($"href=\"http://{host}/polities/artsakh/state?");
        }
    }

    [Fact]
    public async Task The_style_sheet_and_the_scripts_are_kept_for_ever_at_an_address_with_their_digest()
    {
        var page = await (await LookAsync(State)).ReadAsTextAsync();
        var files = System.Text.RegularExpressions.Regex.Matches(page, "/pages/[^\"]+").Select(match => match.Value).ToList();

        files.Count.ShouldBe(3);
        foreach (var file in files)
        {
            var headers = (await ledger.Host.Scenario(scenario => scenario.Get.Url(file))).Context.Response.Headers;
            headers.CacheControl.ToString().ShouldContain("immutable");
            file.ShouldContain(headers.ETag.ToString().Trim('"'));
        }

        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/pages/style.0000000000000000.css");
            scenario.StatusCodeShouldBe(404);
        });
    }

    [Theory]
    [InlineData("/polities/artsakh/state?on=garbage", 400, "garbage")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=99999999", 404, "99999999")]
    [InlineData("/polities/nowhere/state?on=2006", 404, "2006")]
    [InlineData("/polities/artsakh/state?on=2006&rules=7", 410, "2006")]
    [InlineData("/entities?q=%2B%2B", 400, "&#x2B;&#x2B;")]
    [InlineData("/entities/nobody-at-all", 404, "nobody-at-all")]
    [InlineData("/facts/no-such-fact", 404, "no-such-fact")]
    [InlineData("/nowhere", 404, "There is nothing at this address")]
    public async Task A_question_that_cannot_be_answered_gets_a_page_with_its_status_that_keeps_what_was_typed(
        string address,
        int status,
        string kept
    )
    {
        var page = await LookAsync(address, status);

        page.Context.Response.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Context.Response.Headers.ContentSecurityPolicy.ToString().ShouldContain("default-src 'none'");
        page.Context.Response.Headers.CacheControl.ToString().ShouldContain("no-store");
        (await page.ReadAsTextAsync()).ShouldContain(kept);
    }

    [Fact]
    public async Task A_version_of_the_rules_that_is_gone_leads_to_the_current_answer() =>
        (await (await LookAsync("/polities/artsakh/state?on=2006&rules=7", 410)).ReadAsTextAsync()).ShouldContain(
            "href=\"/polities/artsakh/state?on=2006\""
        );

    [Fact]
    public async Task The_bare_address_leads_a_browser_to_the_last_day_of_the_only_polity_and_a_program_to_the_documentation()
    {
        (await LookAsync("/", 302)).Context.Response.Headers.Location.ToString().ShouldBe("/polities/artsakh/state");
        var first = (await LookAsync("/polities/artsakh/state", 302)).Context.Response.Headers.Location.ToString();
        first.ShouldMatch(@"^/polities/artsakh/state\?on=2023-\d\d-\d\d$");
        (await (await LookAsync(first)).ReadAsTextAsync()).ShouldContain("<b>certain</b> The Republic of Artsakh existed");

        var program = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/");
            scenario.StatusCodeShouldBe(302);
        });
        program.Context.Response.Headers.Location.ToString().ShouldBe("/docs");
    }

    [Theory]
    [InlineData("2006-06-01")]
    [InlineData("2012-06-01")]
    [InlineData("2016-06-01")]
    [InlineData("2022-06-01")]
    public async Task A_state_page_of_the_record_has_less_than_60_KB(string on) =>
        (await (await LookAsync($"/polities/artsakh/state?on={on}")).ReadAsTextAsync()).Length.ShouldBeLessThan(60_000);

    [Fact]
    public async Task HEAD_of_a_page_is_GET_without_the_body()
    {
        var head = await ledger.Host.Scenario(scenario =>
        {
            scenario.Head.Url(State);
            scenario.WithRequestHeader("Accept", Browser);
        });

        (await head.ReadAsTextAsync()).ShouldBeEmpty();
        head.Context.Response.Headers.ETag.ShouldBe((await LookAsync(State)).Context.Response.Headers.ETag);
    }

    private async Task<IScenarioResult> LookAsync(string address, int status = StatusCodes.Status200OK) =>
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", Browser);
            scenario.StatusCodeShouldBe(status);
        });
}
