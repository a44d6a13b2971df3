using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>From the link that the service prints to a citation in eight steps.</summary>
[Collection(LookingAtPages.Name)]
public sealed class HistorianWalkTests(LookedAtLedger ledger)
{
    private const string Printed = "/polities/artsakh/state?on=2006-06-01";

    [Fact]
    public async Task A_historian_gets_from_the_printed_link_to_a_citation_with_the_mouse()
    {
        await using var window = await ledger.OpenAsync();
        var page = window.Page;

        // 1: the printed link; 2: another date
        await window.GoAsync(Printed);
        await page.Locator("#on").FillAsync("1997-06-01");
        await page.Locator("form.date button").ClickAsync();
        (await page.Locator("h1").TextContentAsync())!.ShouldContain("1 June 1997");

        // 3: one kind; 4: what the article alone says
        await page.GetByRole(AriaRole.Link, new() { Name = "Foreign minister", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "as the article alone says" }).ClickAsync();
        await ShouldShowTheDoubtAsync(page);

        // 5: who says so; 6: the words of the source
        await page.Locator(".entry", new() { HasText = "Naira Melkumian" }).Locator("a[href^='/facts/']").Last.ClickAsync();
        await ShouldShowTheWordsAsync(page);

        // 7: verified in the browser; 8: cited
        await page.Locator("#verify").ClickAsync();
        await page.GetByText("The checkpoint is signed").WaitForAsync();
        await page.GetByText("BibTeX").ClickAsync();
        await ShouldCiteWhatStaysAsync(page);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_historian_gets_there_with_the_keyboard_alone()
    {
        await using var window = await ledger.OpenAsync();
        var page = window.Page;

        await window.GoAsync(Printed);
        await window.TabToAsync("#on");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1997-06-01");
        await page.Keyboard.PressAsync("Enter");
        await window.ArrivesAtAsync(new Regex("on=1997-06-01"));

        await PressLinkAsync(window, "a[href$='kind=foreign-minister']", "kind=foreign-minister");
        await PressLinkAsync(window, "a[href*='known-at=0001-article']", "known-at=0001-article");
        await ShouldShowTheDoubtAsync(page);

        await PressLinkAsync(window, ".entry a[href*='naira-melkumian-foreign-minister']", "/facts/naira-melkumian-foreign-minister");
        await ShouldShowTheWordsAsync(page);

        await window.TabToAsync("#verify");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("The checkpoint is signed").WaitForAsync();
        await window.TabToAsync(".cite summary");
        await page.Keyboard.PressAsync("Enter");
        await ShouldCiteWhatStaysAsync(page);
        window.Complaints.ShouldBeEmpty();
    }

    private static async Task PressLinkAsync(Window window, string link, string address)
    {
        await window.TabToAsync(link);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArrivesAtAsync(new Regex(Regex.Escape(address)));
    }

    private static async Task ShouldShowTheDoubtAsync(IPage page)
    {
        var entries = page.Locator(".entries .entry");
        (await entries.CountAsync()).ShouldBe(2);
        var naira = entries.Filter(new() { HasText = "Naira Melkumian was foreign minister" });
        (await naira.TextContentAsync())!.ShouldContain("1997 to 2002; the source gives years only");
        (await naira.TextContentAsync())!.ShouldContain("Why: Wikipedia gives 1997 for its start, no day");
        (await naira.GetAttributeAsync("class"))!.ShouldContain("possible");
    }

    private static async Task ShouldShowTheWordsAsync(IPage page)
    {
        (await page.Locator("mark").First.TextContentAsync()).ShouldBe("1997–2002: Naira Melkumian");
        (await page.Locator("figcaption").First.TextContentAsync())!.ShouldContain("Foreign relations of Artsakh");
        (await page.Locator("figcaption").First.TextContentAsync())!.ShouldContain(
            "10b8f498c2b3c1b2d17d10c12c31a1fba276a04925a8a5c49541085b2e7e703d"
        );
    }

    private async Task ShouldCiteWhatStaysAsync(IPage page)
    {
        var pinned = (await page.Locator("#pinned").GetAttributeAsync("href"))!;
        pinned.ShouldMatch($@"^{Regex.Escape(ledger.Address)}/facts/naira-melkumian-foreign-minister\?known-at=\d+$");
        (await page.Locator("#bibtex").TextContentAsync())!.ShouldContain($"url = {{{pinned}}}");
        (await page.Locator("#bibtex").IsVisibleAsync()).ShouldBeTrue();
        (await page.GotoAsync(pinned))!.Status.ShouldBe(200);
    }
}
