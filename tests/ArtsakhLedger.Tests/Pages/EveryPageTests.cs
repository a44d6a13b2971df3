using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

[Collection(LookingAtPages.Name)]
public sealed class EveryPageTests(LookedAtLedger ledger)
{
    private static readonly AxeRunOptions Wcag22Aa = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Contrast = new() { RunOnly = RunOnlyOptions.Rules("color-contrast"), ResultTypes = [ResultType.Violations] };

    public static TheoryData<string> Addresses => EveryPage.Addresses;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_is_without_a_violation_of_WCAG_2_2_AA_and_has_its_contrast_by_night_too(string address)
    {
        await using var window = await ledger.OpenAsync(new() { ColorScheme = ColorScheme.Light });
        await window.GoAsync(address);
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        await ShouldBeWithoutViolationsAsync(window.Page, Wcag22Aa);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShouldBeWithoutViolationsAsync(window.Page, Contrast);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_loads_only_what_the_service_serves_runs_no_script_of_its_own_and_fits_a_telephone_and_a_desk(string address)
    {
        await using var window = await ledger.OpenAsync();
        var page = window.Page;
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(ledger.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };

        var response = await window.GoAsync(address);
        (await response.AllHeadersAsync())["content-security-policy"].ShouldNotContain("unsafe");
        (await page.Locator("script:not([src]), style, [style], [onclick], [onload], [onerror], [onmouseover]").CountAsync()).ShouldBe(0);
        foreach (var width in new[] { 360, 1440 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await window.ShouldNotScrollSidewaysAsync();
        }

        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.Locator("main").CountAsync()).ShouldBe(1);
        var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => Number(heading.tagName[1]))");
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        foreign.ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/polities/artsakh/state?on=2006-06-01")]
    [InlineData("/facts/naira-melkumian-foreign-minister")]
    [InlineData("/polities/artsakh/changes?from=1997&to=2002")]
    public async Task A_page_says_the_same_in_a_German_browser_and_in_an_English_one(string address)
    {
        var texts = new List<string>();
        foreach (var (locale, zone) in new[] { ("de-DE", "Europe/Berlin"), ("en-GB", "America/New_York") })
        {
            await using var window = await ledger.OpenAsync(new() { Locale = locale, TimezoneId = zone });
            await window.GoAsync(address);
            (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
            texts.Add(await window.Page.ContentAsync());
        }

        texts[0].ShouldBe(texts[1]);
    }

    private static async Task ShouldBeWithoutViolationsAsync(IPage page, AxeRunOptions rules) =>
        (await page.RunAxe(rules)).Violations.Select(violation => $"{violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
}
