using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Sources;

[Collection(LookingAtPages.Name)]
public sealed class SourcePagesTests(LookedAtLedger ledger)
{
    private const string Article = "wikipedia-foreign-relations-of-artsakh";

    [Fact]
    public async Task From_the_list_a_source_leads_to_its_passages_and_these_to_facts()
    {
        await using var window = await ledger.OpenTabWithoutScriptsAsync();
        await window.GoAsync("/sources?limit=500");
        await window.Page.Locator($"a[href='/sources/{Article}']").ClickAsync();
        (await window.Page.InnerTextAsync("main")).ShouldContain("facts cite");
        await window.Page.GetByText("Its passages, cited and not").ClickAsync();
        new Uri(window.Page.Url).AbsolutePath.ShouldBe($"/sources/{Article}/passages");

        (await window.Page.Locator(".passage.cited mark").CountAsync()).ShouldBeGreaterThan(10);
        await window.Page.Locator(".passage.cited a[href^='/facts/']").First.ClickAsync();
        new Uri(window.Page.Url).AbsolutePath.ShouldStartWith("/facts/");
    }

    [Fact]
    public async Task Of_a_passage_that_no_fact_cites_only_its_place_is_shown()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync($"/sources/{Article}/passages?limit=500");

        var left = window.Page.Locator(".passage.left-out");
        (await left.CountAsync()).ShouldBeGreaterThan(0);
        foreach (var text in await left.AllInnerTextsAsync())
        {
            text.Trim().ShouldMatch("^Characters [0-9]+ to [0-9]+: not recorded: .+$");
        }

        (await left.Locator("blockquote").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_source_whose_address_would_run_a_script_has_no_link_to_it()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync("/sources/tricky-source");

        (await window.Page.Locator("a[href^='javascript:']").CountAsync()).ShouldBe(0);
        (await window.Page.Locator("main iframe").CountAsync()).ShouldBe(0);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_a_page_that_says_what_to_do()
    {
        await using var window = await ledger.OpenTabAsync();

        (await window.GoAsync("/sources/no-such-source")).Status.ShouldBe(404);
        (await window.Page.Locator("#problem a").GetAttributeAsync("href")).ShouldBe("/sources");
    }
}
