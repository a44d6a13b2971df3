using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

[Collection(LookingAtPages.Name)]
public sealed class TimelinePageTests(LookedAtLedger ledger)
{
    private const string Path = "/polities/artsakh/timeline";

    [Fact]
    public async Task The_picture_is_drawn_with_the_styles_of_the_page_and_hatched_where_only_possible()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync($"{Path}?kind=foreign-minister&known-at=0001-article");

        var first = window.Page.Locator("[data-episode='artsakh/foreign-minister/arkadi-ghukasyan']");
        (await first.Locator("rect.certain").EvaluateAsync<string>("bar => getComputedStyle(bar).fill")).ShouldStartWith("rgb(");
        (await first.Locator("rect.possible").First.EvaluateAsync<string>("bar => getComputedStyle(bar).fill")).ShouldContain(
            "#line-hatch"
        );
        (await first.Locator("rect.certain").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(20);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_form_leaves_empty_is_not_asked_for_and_what_is_chosen_is_kept()
    {
        await using var window = await ledger.OpenTabWithoutScriptsAsync();
        await window.GoAsync(Path);
        await window.Page.FillAsync("#from", "1997");
        await window.Page.SelectOptionAsync("#kind", "office");
        await window.Page.FillAsync("#on", "1999");
        await window.Page.ClickAsync("form.filter button");

        new Uri(window.Page.Url).PathAndQuery.ShouldBe($"{Path}?from=1997&kind=office&on=1999");
        (await window.Page.InputValueAsync("#from")).ShouldBe("1997");
        (await window.Page.InputValueAsync("#kind")).ShouldBe("office");
        (await window.Page.Locator("figure [data-on='1999']").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_row_leads_to_its_episode_and_further_rows_and_days_can_be_reached()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync($"{Path}?rows=1..5");

        (await window.Page.Locator("figure [data-episode]").CountAsync()).ShouldBe(6);
        await window.Page.GetByText("Rows after").First.ClickAsync();
        new Uri(window.Page.Url).Query.ShouldBe("?rows=6..10");
        await window.Page.GetByText("Rows before").First.ClickAsync();
        await window.Page.GetByText("Closer").ClickAsync();
        new Uri(window.Page.Url).Query.ShouldContain("from=");
        await window.Page.GetByText("Everything").ClickAsync();
        await window
            .Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Arkadi Ghukasyan was foreign minister" })
            .First.ClickAsync();
        new Uri(window.Page.Url).AbsolutePath.ShouldBe("/episodes/artsakh/foreign-minister/arkadi-ghukasyan");
    }

    [Fact]
    public async Task The_picture_by_itself_opens_as_an_image_that_may_run_nothing()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync(Path);
        var address = await window.Page.GetByText("The picture by itself").GetAttributeAsync("href");

        var answer = await window.GoAsync(address!);

        answer.Headers["content-type"].ShouldBe("image/svg+xml");
        (await window.Page.EvaluateAsync<string>("() => document.documentElement.nodeName")).ShouldBe("svg");
    }

    [Theory]
    [InlineData($"{Path}?rows=9999..9999")]
    [InlineData($"{Path}?certainty=sure")]
    [InlineData($"{Path}?from=yesterday")]
    public async Task A_question_that_cannot_be_answered_keeps_what_was_typed(string address)
    {
        await using var window = await ledger.OpenTabAsync();

        (await window.GoAsync(address)).Status.ShouldBe(400);
        (await window.Page.Locator("[aria-invalid]").InputValueAsync()).ShouldBe(address.Split('=')[1]);
    }
}
