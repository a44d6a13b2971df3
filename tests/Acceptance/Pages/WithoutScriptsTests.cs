using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

[Collection(LookingAtPages.Name)]
public sealed class WithoutScriptsTests(LookedAtLedger ledger)
{
    [Fact]
    public async Task Without_scripts_a_date_is_typed_a_step_taken_and_a_kind_chosen()
    {
        await using var window = await ledger.OpenTabWithoutScriptsAsync();
        var page = window.Page;
        await window.GoAsync("/polities/artsakh/state?on=2006-06-01");

        await page.GetByLabel("Date", new() { Exact = true }).FillAsync("1997-06");
        await page.GetByLabel("Date", new() { Exact = true }).PressAsync("Enter");
        (await page.Locator("#understood").TextContentAsync())!.ShouldContain("June 1997");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Foreign minister", Exact = true }).ClickAsync();
        new Uri(page.Url).Query.ShouldContain("kind=foreign-minister");

        await page.Locator("a[rel=next]").ClickAsync();
        new Uri(page.Url).Query.ShouldContain("kind=foreign-minister");
        (await page.Locator("#now-heading").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_scripts_an_entity_is_found_and_two_dates_compared()
    {
        await using var window = await ledger.OpenTabWithoutScriptsAsync();
        var page = window.Page;
        await window.GoAsync("/polities");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("Berdzor");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.Locator("main li a").First.ClickAsync();
        (await page.Locator("h1").TextContentAsync())!.ShouldContain("Lachin");

        await window.GoAsync("/polities/artsakh/changes");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("1997");
        await page.GetByLabel("to", new() { Exact = true }).FillAsync("2002");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Compare" }).First.ClickAsync();
        (await page.Locator("tbody").TextContentAsync())!.ShouldContain("Naira Melkumian was foreign minister");
    }

    [Fact]
    public async Task Without_scripts_the_page_of_a_fact_leads_to_the_proof_and_offers_no_button_that_does_nothing()
    {
        await using var window = await ledger.OpenTabWithoutScriptsAsync();
        await window.GoAsync("/facts/naira-melkumian-foreign-minister");

        (await window.Page.Locator("#verify").IsVisibleAsync()).ShouldBeFalse();
        (await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "The proof" }).GetAttributeAsync("href")).ShouldBe(
            "/facts/naira-melkumian-foreign-minister/proof"
        );
    }
}
