using ArtsakhLedger.Tests.Running;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Contributing;

/// <summary>A contributor before a browser.</summary>
[Collection(LookingAtPages.Name)]
public sealed class ContributorTests(LookedAtLedger looking, ContributedLedger ledger) : IClassFixture<ContributedLedger>
{
    [Fact]
    public async Task Without_scripts_three_mistakes_are_told_beside_their_boxes_and_once_mended_the_fact_is_previewed_recorded_and_in_the_answer()
    {
        await using var window = await looking.OpenTabWithoutScriptsAsync();
        var page = window.Page;
        await window.GoAsync($"{ledger.Address}/polities/somewhere/state?on=2013");
        await page.GetByRole(AriaRole.Link, new() { Name = "Contribute a fact" }).ClickAsync();
        await page.GetByLabel("Kind of fact").SelectOptionAsync("office-opened");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose" }).ClickAsync();
        (await page.GetByLabel("Polity (needed)").InputValueAsync()).ShouldBe("somewhere");

        await page.GetByLabel("Polity (needed)").FillAsync("sumwhere");
        await page.GetByLabel("Date").FillAsync("2012-05");
        await page.GetByLabel("City", new() { Exact = true }).FillAsync("parris");
        await page.GetByLabel("Source (needed)").FillAsync("gazette");
        await page.GetByLabel("Quote (needed)").FillAsync("an office in Parris");
        await page.GetByLabel("Note").FillAsync("Two lines,\nkept as they are.");
        await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();

        (await page.Locator("section.problem li").CountAsync()).ShouldBe(3);
        foreach (
            var (box, right) in new[]
            {
                ("box-polity", "somewhere"),
                ("box-city", "paris"),
                ("box-citations-0-quote", "an office in Paris"),
            }
        )
        {
            await ShouldBeWrongAsync(page, box);
            await page.Locator($"#{box}").FillAsync(right);
        }

        (await page.GetByLabel("Note").InputValueAsync()).ShouldBe("Two lines,\nkept as they are.");
        (await page.GetByLabel("Token").InputValueAsync()).ShouldBeEmpty();
        await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
        await page.GetByLabel("Token").PressAsync("Enter");

        (await page.Locator("#would-change + p").TextContentAsync())!.ShouldContain("Nothing is recorded yet");
        (await page.Locator("ul.entries").TextContentAsync())!.ShouldContain("Paris");
        await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();

        (await page.Locator("h1").TextContentAsync()).ShouldBe("Recorded");
        (await page.Locator("#receipt").TextContentAsync())!.ShouldContain("c2sp.org/tlog-proof@v1");
        page.Url.ShouldBe($"{ledger.Address}/contribute");
        await page.Locator("#recorded").ClickAsync();
        (await page.Locator("mark").TextContentAsync()).ShouldBe("an office in Paris");
        (await ledger.QueryAsync("/polities/somewhere/state?on=2012-07-01&kind=office"))["entries"]!
            .AsArray()
            .SelectMany(entry => entry!["facts"]!.AsArray())
            .Select(fact => fact!.ToString())
            .ShouldContain(new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Who_goes_back_after_recording_and_records_again_has_recorded_once()
    {
        await using var window = await looking.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync($"{ledger.Address}/contribute?type=office-attested&polity=somewhere");
        await page.GetByLabel("City", new() { Exact = true }).FillAsync("paris");
        await page.GetByLabel("Source (needed)").FillAsync("gazette");
        await page.GetByLabel("Quote (needed)").FillAsync("an office in Paris");
        await RecordAsync();
        var position = await page.Locator("#position").TextContentAsync();

        await page.GoBackAsync();
        await page.GetByLabel("City", new() { Exact = true }).FillAsync("paris");
        await page.GetByLabel("Source (needed)").FillAsync("gazette");
        await page.GetByLabel("Quote (needed)").FillAsync("an office in Paris");
        await RecordAsync();

        (await page.Locator("#position").TextContentAsync()).ShouldBe(position);

        async Task RecordAsync()
        {
            await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
            await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        }
    }

    [Fact]
    public async Task Texts_that_try_to_become_markup_stay_what_was_typed()
    {
        const string Tricky = "</textarea><script>alert('note')</script>\" onfocus=\"alert(1)\u202E";
        await using var window = await looking.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync($"{ledger.Address}/contribute?type=office-opened&polity={Uri.EscapeDataString(Tricky)}");
        await page.GetByLabel("City", new() { Exact = true }).FillAsync(Tricky);
        await page.GetByLabel("Note").FillAsync(Tricky);
        await page.GetByLabel("Quote (needed)").FillAsync(Tricky);
        await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();

        (await page.Locator("h1").TextContentAsync()).ShouldBe("Not recorded: office opened");
        foreach (var label in new[] { "Polity (needed)", "City", "Note", "Quote (needed)" })
        {
            (await page.GetByLabel(label, new() { Exact = label == "City" }).InputValueAsync()).ShouldBe(Tricky);
        }

        (await page.Locator("main script, main [onfocus]").CountAsync()).ShouldBe(0);
        (await page.Locator("section.problem").TextContentAsync())!.ShouldNotContain("\u202E");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quote_is_held_against_its_source_while_it_is_typed()
    {
        await using var window = await looking.OpenTabAsync();
        var page = window.Page;
        await window.GoAsync($"{ledger.Address}/contribute?type=office-opened&polity=somewhere");
        var said = page.Locator(".checked");

        await page.GetByLabel("Source (needed)").FillAsync("gazette");
        await page.GetByLabel("Quote (needed)").FillAsync("an office in Paris");
        await Assertions.Expect(said).ToHaveTextAsync("4 words: it stands in the source once.");
        await page.GetByLabel("Quote (needed)").FillAsync("It had an office");
        await Assertions.Expect(said).ToContainTextAsync("occurs more than once");
        await page.GetByLabel("Suffix").FillAsync("in Beirut");
        await Assertions.Expect(said).ToHaveTextAsync("4 words: it stands in the source once.");
        await page.GetByLabel("Quote (needed)").FillAsync("an embassy in Paris");
        await Assertions.Expect(said).ToContainTextAsync("is not in the snapshot");
        await page.GetByLabel("Source (needed)").FillAsync("excerpt");
        await Assertions.Expect(said).ToContainTextAsync("not checked");
        await page.GetByLabel("Source (needed)").FillAsync("nowhere");
        await Assertions.Expect(said).ToContainTextAsync("no source 'nowhere'");
        (await said.GetAttributeAsync("role")).ShouldBe("status");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_of_a_form_is_without_a_violation_of_WCAG_2_2_AA_by_day_and_by_night_and_fits_a_telephone()
    {
        await using var window = await looking.OpenTabAsync();
        var page = window.Page;
        await page.SetViewportSizeAsync(360, 800);
        await window.GoAsync($"{ledger.Address}/contribute?type=office-opened&polity=somewhere");
        await page.GetByLabel("Date").FillAsync("1992");
        await page.GetByLabel("Source (needed)").FillAsync("gazette");
        await page.GetByLabel("Quote (needed)").FillAsync("an office in Bayrut");

        await PressAsync("Record it", "Not recorded: office opened");
        await page.GetByLabel("City", new() { Exact = true }).FillAsync("beirut");
        await page.GetByLabel("Quote (needed)").FillAsync("an office in Beirut");
        await PressAsync("Another citation", "Contribute: office opened");
        await PressAsync("What would change?", "What would change: office opened");
        await PressAsync("Record it", "Recorded");

        async Task PressAsync(string button, string heading)
        {
            await page.GetByLabel("Token").FillAsync(Tokens.OfContributor);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            (await page.Locator("h1").TextContentAsync()).ShouldBe(heading);
            await window.ShouldNotScrollSidewaysAsync();
            (await Axe.ViolationsAsync(page, Axe.Wcag22Aa)).ShouldBeEmpty();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            (await Axe.ViolationsAsync(page, Axe.Contrast)).ShouldBeEmpty("by night");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    private static async Task ShouldBeWrongAsync(IPage page, string box)
    {
        (await page.Locator($"#{box}").GetAttributeAsync("aria-invalid")).ShouldBe("true", box);
        var described = (await page.Locator($"#{box}").GetAttributeAsync("aria-describedby"))!.Split(' ');
        described.ShouldContain($"{box}-wrong");
        (await page.Locator($"#{box}-wrong").TextContentAsync()).ShouldNotBeNullOrWhiteSpace();
        await page.Locator($"section.problem a[href='#{box}']").ClickAsync();
        (await page.EvaluateAsync<bool>("box => document.activeElement?.id === box", box)).ShouldBeTrue();
    }
}
