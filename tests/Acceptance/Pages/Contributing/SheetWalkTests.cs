using System.Text;
using ArtsakhLedger.Tests.Running;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Contributing;

/// <summary>A contributor with a table before a browser.</summary>
[Collection(LookingAtPages.Name)]
public sealed class SheetWalkTests(LookedAtLedger looking, ContributedLedger ledger) : IClassFixture<ContributedLedger>
{
    private const string Offices =
        "Town,State,Since,Closed,Remarks\nParis,Franconia,6/3/2012,2015,<b>first</b>\nBeiruth,Franconia,May 2013,,\n";

    [Fact]
    public async Task Without_scripts_a_sheet_is_chosen_understood_mended_and_recorded()
    {
        await using var window = await looking.OpenTabWithoutScriptsAsync();
        var page = window.Page;
        await window.GoAsync($"{ledger.Address}/contribute?polity=somewhere");
        await page.GetByRole(AriaRole.Link, new() { Name = "a sheet" }).ClickAsync();
        (await page.GetByLabel("Polity (needed)").InputValueAsync()).ShouldBe("somewhere");

        await page.GetByLabel("Sheet (needed)").SetInputFilesAsync(File("offices.csv", Offices));
        await page.GetByLabel("Kind of fact").SelectOptionAsync("office-opened");
        await SendAsync("What does it say?");

        (await page.Locator("#problems li").AllTextContentsAsync()).Count.ShouldBe(2);
        (await page.Locator("#problems").TextContentAsync())!.ShouldContain(
            "Row 3, Town: 'Beiruth' is not known, and is nearly Beirut (beirut)"
        );
        (await page.GetByLabel("B: State").InputValueAsync()).ShouldBe("host");
        (await page.GetByLabel("E: Remarks").InputValueAsync()).ShouldBe("note");
        await page.GetByLabel("E: Remarks").SelectOptionAsync("ignore");
        await page.GetByLabel("Beiruth").FillAsync("beirut");
        await page.GetByText("Order of day and month").ClickAsync();
        await page.GetByLabel("Dates in numbers").SelectOptionAsync("month-first");
        await SendAsync("What does it say?");

        (await page.Locator("#problems").CountAsync()).ShouldBe(0);
        (await page.Locator("main table").First.TextContentAsync())!.ShouldContain("2012-06-03");
        await SendAsync("Record it");

        (await page.Locator("h1").TextContentAsync()).ShouldBe("Recorded");
        await page.Locator("#recorded").ClickAsync();
        await window.GoAsync($"{ledger.Address}/facts/somewhere-paris-office-opened-2012-06-03");
        (await page.Locator("mark").TextContentAsync()).ShouldBe("Paris,Franconia,6/3/2012,2015,<b>first</b>");
        (await page.Locator("figcaption").TextContentAsync())!.ShouldContain("offices.csv, row 2");
        (await ledger.QueryAsync("/polities/somewhere/state?on=2014&kind=office"))["entries"]!.AsArray().Count.ShouldBe(2);
        (await ledger.QueryAsync("/facts/somewhere-paris-office-opened-2012-06-03"))["note"].ShouldBeNull();

        async Task SendAsync(string button)
        {
            await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        }
    }

    [Fact]
    public async Task What_a_sheet_says_is_shown_as_accessibly_as_any_page()
    {
        await using var window = await looking.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync($"{ledger.Address}/contribute/sheet?polity=somewhere&type=office-opened");
        await page.GetByLabel("Sheet (needed)").SetInputFilesAsync(File("<i>offices</i>.csv", Offices));
        await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
        await page.GetByRole(AriaRole.Button, new() { Name = "What does it say?" }).ClickAsync();

        (await page.Locator("h1").TextContentAsync()).ShouldBe("What <i>offices</i>.csv says");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        (await Axe.ViolationsAsync(page, Axe.Wcag22Aa)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(360, 800);
        await window.ShouldNotScrollSidewaysAsync();
        window.Complaints.ShouldBeEmpty();
    }

    private static FilePayload File(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(text),
        };
}
