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
    };

    public static TheoryData<string> Addresses => EveryPage.Addresses;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_is_without_a_violation_of_WCAG_2_2_AA_by_day_and_by_night(string address)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var window = await ledger.OpenAsync(new() { ColorScheme = scheme });
            await window.GoAsync(address);
            foreach (var summary in await window.Page.Locator("summary").AllAsync())
            {
                await summary.ClickAsync();
            }

            var result = await window.Page.RunAxe(Wcag22Aa);

            result.Violations.Select(violation => $"{scheme}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_fits_a_telephone_and_a_desk(string address)
    {
        foreach (var width in new[] { 360, 1440 })
        {
            await using var window = await ledger.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
            await window.GoAsync(address);

            await window.ShouldNotScrollSidewaysAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_loads_and_runs_only_what_the_service_serves_and_its_console_stays_silent(string address)
    {
        await using var window = await ledger.OpenAsync();
        var foreign = new List<string>();
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(ledger.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };

        var response = await window.GoAsync(address);
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var policy = (await response.AllHeadersAsync())["content-security-policy"];
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        foreign.ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
        (await window.Page.Locator("script:not([src]), style, [style], [onclick], [onload], [onerror], [onmouseover]").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_says_the_same_in_a_German_browser_and_in_an_English_one(string address)
    {
        var texts = new List<string>();
        foreach (var locale in new[] { "de-DE", "en-GB" })
        {
            await using var window = await ledger.OpenAsync(new() { Locale = locale, TimezoneId = locale == "de-DE" ? "Europe/Berlin" : "America/New_York" });
            await window.GoAsync(address);
            texts.Add(await window.Page.ContentAsync());
        }

        texts[0].ShouldBe(texts[1]);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_has_one_heading_above_all_landmarks_and_its_headings_in_order(string address)
    {
        await using var window = await ledger.OpenAsync();
        await window.GoAsync(address);

        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1);
        (await window.Page.Locator("main").CountAsync()).ShouldBe(1);
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        var levels = await window.Page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => Number(heading.tagName[1]))");
        for (var i = 1; i < levels.Length; i++)
        {
            levels[i].ShouldBeLessThanOrEqualTo(levels[i - 1] + 1);
        }
    }
}
