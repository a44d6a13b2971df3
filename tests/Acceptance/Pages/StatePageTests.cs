using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

[Collection(LookingAtPages.Name)]
public sealed class StatePageTests(LookedAtLedger ledger)
{
    [Fact]
    public async Task The_arrow_keys_step_from_change_to_change_and_back_but_not_while_a_date_is_typed()
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync("/polities/artsakh/state?on=2006-06-01&kind=foreign-minister");
        var next = await page.Locator("a[rel=next]").GetAttributeAsync("href");

        await page.Locator("#on").FocusAsync();
        await window.StepAsync("ArrowRight");
        page.Url.ShouldContain("on=2006-06-01");

        await page.Locator("#on").BlurAsync();
        await window.StepAsync("ArrowRight");
        await window.ArrivesAtAsync(new Regex(Regex.Escape(next!)));
        (await page.Locator("#now-heading").CountAsync()).ShouldBe(1);

        await window.StepAsync("ArrowLeft");
        await window.ArrivesAtAsync(new Regex("on=2005"));
    }

    [Fact]
    public async Task Dragging_along_the_life_leads_to_the_nearest_change()
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync("/polities/artsakh/state?on=2006-06-01");
        await window.ListensAsync();
        var line = await page.Locator("svg.life").BoundingBoxAsync();

        await page.Mouse.MoveAsync(line!.X + 5, line.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(line.X + (line.Width / 2), line.Y + 20);
        await page.Mouse.UpAsync();

        await window.ArrivesAtAsync(new Regex(@"on=(?!2006-06-01)\d{4}-\d{2}-\d{2}$"));
        (await page.Locator("#now-heading").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task While_a_date_is_typed_it_is_said_what_it_is_understood_as_and_what_is_wrong_with_it()
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync("/polities/artsakh/state?on=2006-06-01");

        await page.Locator("#on").FillAsync("199X");
        await page.GetByText("understood as 1990s").WaitForAsync();
        await page.Locator("#on").FillAsync("1997-13");
        await page.GetByText("This is not an EDTF string").WaitForAsync();
    }

    [Fact]
    public async Task A_date_that_is_none_keeps_what_was_typed_and_says_what_to_send()
    {
        await using var window = await ledger.OpenTabAsync();
        var page = window.Page;
        var response = await window.GoAsync("/polities/artsakh/state?on=June+1997&kind=office");

        response.Status.ShouldBe(400);
        (await page.GetByLabel("Date").InputValueAsync()).ShouldBe("June 1997");
        (await page.GetByLabel("Kind").InputValueAsync()).ShouldBe("office");
        (await page.GetByRole(Microsoft.Playwright.AriaRole.Alert).TextContentAsync())!.ShouldContain("Send a day such as 2006-06-01");

        await page.GetByLabel("Date").FillAsync("1997-06");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        (await page.Locator("#understood").TextContentAsync())!.ShouldContain("June 1997");
    }
}
