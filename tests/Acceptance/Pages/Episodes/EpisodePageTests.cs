using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Episodes;

[Collection(LookingAtPages.Name)]
public sealed class EpisodePageTests(LookedAtLedger ledger)
{
    [Fact]
    public async Task Claims_stand_one_under_the_other_on_one_axis_with_their_sources()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync("/episodes/artsakh/foreign-minister/georgy-petrosyan");

        var claims = window.Page.Locator("figure [data-claim]");
        (await claims.CountAsync()).ShouldBeGreaterThan(1);
        var tops = await claims.EvaluateAllAsync<double[]>("rows => rows.map(row => row.getBoundingClientRect().top)");
        tops.ShouldBe(tops.Order());
        tops.ShouldBeUnique();
        (await window.Page.Locator("section[aria-labelledby=claims-heading] ul a[href^='/sources/']").CountAsync()).ShouldBe(
            await claims.CountAsync()
        );
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_editor_preferred_is_told_with_the_reason_and_what_was_set_aside_stays()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync("/episodes/artsakh/foreign-minister/georgy-petrosyan");

        (await window.Page.Locator("section[aria-labelledby=preferred-heading]").InnerTextAsync()).ShouldContain(
            "Two sources show him in office in June 2006"
        );
        (await window.Page.Locator("section[aria-labelledby=claims-heading]").InnerTextAsync()).ShouldContain(
            "an editor set aside its start"
        );
        await window.Page.GetByText("the preference").ClickAsync();
        new Uri(window.Page.Url).AbsolutePath.ShouldBe("/facts/petrosyan-from-2005");
    }

    [Fact]
    public async Task Rival_readings_are_listed_with_who_says_so()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync("/episodes/artsakh/recognition-by/hawaii?known-at=artsakh/0002-other-sources");

        var rivals = window.Page.Locator("section[aria-labelledby=rivals-heading]");
        (await rivals.Locator("li").CountAsync()).ShouldBeGreaterThan(1);
        (await rivals.Locator("h2").InnerTextAsync()).ShouldContain("cannot all be true");
    }

    [Fact]
    public async Task The_quoted_words_and_the_facts_are_there_for_the_same_state_of_knowledge()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync("/episodes/artsakh/foreign-minister/arkadi-ghukasyan?known-at=artsakh/0001-article");

        (await window.Page.Locator("blockquote").First.InnerTextAsync()).ShouldContain("1993–1997: Arkadi Ghukasyan");
        await window.Page.Locator("section[aria-labelledby=facts-heading] a[href^='/facts/']").First.ClickAsync();
        new Uri(window.Page.Url).PathAndQuery.ShouldMatch("^/facts/arkadi-ghukasyan-foreign-minister[?]known-at=[0-9]+$");
    }
}
