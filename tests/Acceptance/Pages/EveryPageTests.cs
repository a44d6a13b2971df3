using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

[Collection(LookingAtPages.Name)]
public sealed class EveryPageTests(LookedAtLedger ledger)
{
    public static TheoryData<string, bool> Addresses => EveryPage.Addresses;

    /// <summary>Everything at one look: opening a page and letting axe walk through it takes far longer than any single question about it.</summary>
    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_can_be_used_by_everybody_by_day_and_by_night_loads_only_what_the_service_serves_and_fits_a_telephone_and_a_desk(
        string address,
        bool byNight
    )
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        var response = await window.GoAsync(address);
        response.Headers["content-security-policy"].ShouldNotContain("unsafe");
        (await page.Locator("script:not([src]), style, [style], [onclick], [onload], [onerror], [onmouseover]").CountAsync()).ShouldBe(0);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.Locator("main").CountAsync()).ShouldBe(1);
        var levels = await page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => Number(heading.tagName[1]))"
        );
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);

        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        (await Axe.ViolationsAsync(page, Axe.Wcag22Aa)).ShouldBeEmpty();
        if (byNight)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            (await Axe.ViolationsAsync(page, Axe.Contrast)).ShouldBeEmpty("by night");
        }

        foreach (var width in new[] { 1440, 360 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await window.ShouldNotScrollSidewaysAsync();
        }

        window
            .Requested.Where(url =>
                !url.StartsWith(ledger.Address, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
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
}
