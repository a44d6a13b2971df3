using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alba;
using ArtsakhLedger.Guides;
using ArtsakhLedger.Http;
using ArtsakhLedger.Tests.Readme;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Guides;

/// <summary>The guides as the service serves them.</summary>
public sealed partial class GuidePagesTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Html = "text/html";

    public static TheoryData<string> Names => [.. Guide.All.Select(guide => guide.Name)];

    [Fact]
    public async Task The_list_names_every_guide_that_is_on_disk_with_what_it_is_about()
    {
        Guide
            .All.Select(guide => guide.Name)
            .ShouldBe(
                Document.All.Where(document => document != Document.Readme).Select(document => document.Name.ToLowerInvariant()),
                ignoreOrder: true
            );
        var list = await PageAsync("/guide");
        foreach (var guide in Guide.All)
        {
            list.ShouldContain($"<a href=\"{guide.Address}\">{guide.Title}</a>");
            list.ShouldContain(WebUtility.HtmlEncode(guide.Summary));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_guide_is_a_page_in_the_frame_of_all_pages(string name)
    {
        var result = await QueryAsync($"/guide/{name}", Html);
        var page = await result.ReadAsTextAsync();

        var guide = Guide.Find(name)!;
        page.ShouldContain("<html lang=\"en\"");
        page.ShouldContain($"<title>{guide.Title} – ArtsakhLedger</title>");
        page.ShouldContain($"<h1>{guide.Title}</h1>");
        result.Context.Response.ContentType.ShouldBe("text/html; charset=utf-8");
        result.Context.Response.Headers.ContentSecurityPolicy.ToString().ShouldBe(PageHeaders.Policy);

        // Levels of headings are not skipped, and each can be linked to.
        var headings = Heading().Matches(page).ToList();
        var levels = headings.Select(heading => int.Parse(heading.Groups["level"].ValueSpan)).ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        headings.Skip(1).ShouldAllBe(heading => heading.Groups["attributes"].Value.Contains("id="));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_guide_is_not_sent_again_to_who_has_it_and_HEAD_tells_of_it(string name)
    {
        var tag = (await QueryAsync($"/guide/{name}", Html)).Context.Response.Headers.ETag.ToString();

        var again = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url($"/guide/{name}");
            scenario.WithRequestHeader("Accept", Html);
            scenario.WithRequestHeader("If-None-Match", tag);
            scenario.StatusCodeShouldBe(304);
        });
        (await again.ReadAsTextAsync()).ShouldBeEmpty();
        var head = await ledger.Host.Scenario(scenario =>
        {
            scenario.Head.Url($"/guide/{name}");
            scenario.WithRequestHeader("Accept", Html);
            scenario.StatusCodeShouldBe(200);
        });
        head.Context.Response.Headers.ETag.ToString().ShouldBe(tag);
        (await head.ReadAsTextAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_guide_can_be_had_as_the_Markdown_that_it_is_written_in(string name)
    {
        var result = await QueryAsync($"/guide/{name}", "text/markdown");

        result.Context.Response.ContentType.ShouldBe("text/markdown; charset=utf-8");
        (await result.ReadAsTextAsync()).ShouldBe(
            Document.All.Single(document => string.Equals(document.Name, name, StringComparison.OrdinalIgnoreCase)).Text
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_link_of_a_served_guide_leads_somewhere(string name)
    {
        foreach (
            var link in Link().Matches(await PageAsync($"/guide/{name}")).Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value))
        )
        {
            if (link.StartsWith("http", StringComparison.Ordinal) || link == "data:,")
            {
                link.ShouldNotStartWith("http://localhost");
                continue;
            }

            var (path, anchor) = link.IndexOf('#') is >= 0 and var hash ? (link[..hash], link[(hash + 1)..]) : (link, null);
            var there = await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url(path.Length == 0 ? $"/guide/{name}" : path);
                scenario.WithRequestHeader("Accept", "text/html, */*;q=0.1");
                scenario.IgnoreStatusCode();
            });
            there.Context.Response.StatusCode.ShouldBeOneOf([200, 301, 302], $"{name}: {link}");
            if (anchor is not null)
            {
                (await there.ReadAsTextAsync()).ShouldContain($"id=\"{anchor}\"", customMessage: $"{name}: {link}");
            }

            if (path.EndsWith(".png", StringComparison.Ordinal))
            {
                there.Context.Response.ContentType.ShouldBe("image/png");
            }
        }
    }

    [Fact]
    public async Task A_guide_that_there_is_not_is_a_problem()
    {
        foreach (var unknown in new[] { "no-such-guide", "Record.md", "pictures" })
        {
            var result = await QueryAsync($"/guide/{unknown}", "application/problem+json, */*", 404);
            var problem = JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement;
            problem.GetProperty("type").GetString().ShouldBe("urn:ledger:problem:unknown-guide");
            problem.GetProperty("detail").GetString().ShouldBe($"There is no guide '{unknown}'. GET /guide lists them.");
        }

        (await (await QueryAsync("/guide/no-such-guide", Html, 404)).ReadAsTextAsync()).ShouldContain("<a href=\"/guide\">/guide</a>");
        (await QueryAsync("/guide/pictures/no-such-picture.png", Html, 404)).ShouldNotBeNull();
    }

    [Fact]
    public void HTML_in_a_guide_is_text()
    {
        var html = GuideText.Of("# Title\n\nSummary.\n\n<script>alert(1)</script> and <b>bold</b>\n").Html;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<b>");
        html.ShouldContain("&lt;b&gt;bold");
    }

    [Fact]
    public async Task Pages_and_the_help_of_the_command_line_lead_to_the_guides()
    {
        (await PageAsync("/polities/artsakh/state?on=2006-06-01")).ShouldContain("<a href=\"/guide\">Guides</a>");
        var (exitCode, output) = await LedgerProgram.RunAsync(null, "--help");
        exitCode.ShouldBe(0, output);
        output.ShouldContain("/guide");
    }

    private async Task<string> PageAsync(string address) => await (await QueryAsync(address, Html)).ReadAsTextAsync();

    private Task<IScenarioResult> QueryAsync(string address, string accept, int status = 200) =>
        ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", accept);
            scenario.StatusCodeShouldBe(status);
        });

    [GeneratedRegex("<h(?<level>[1-6])(?<attributes>[^>]*)>")]
    private static partial Regex Heading();

    [GeneratedRegex("(?:href|src)=\"(?<to>[^\"]+)\"")]
    private static partial Regex Link();
}
