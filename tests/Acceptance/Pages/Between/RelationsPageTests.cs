using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Between;

[Collection(LookingAtPages.Name)]
public sealed class RelationsPageTests(LookedAtLedger ledger)
{
    [Theory]
    [InlineData("abkhazia", "Abkhazia recognised the Republic of Artsakh.", "The Republic of Artsakh possibly recognised Abkhazia.")]
    [InlineData(
        "ukraine",
        "Ukraine had not recognised the Republic of Artsakh: a source says so.",
        "No source of the record says whether the Republic of Artsakh recognised Ukraine."
    )]
    public async Task Recognition_is_told_in_each_direction(string entity, string ofPolity, string byPolity)
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync($"/polities/artsakh/relations/{entity}?on=2010-01-01");

        var directions = window.Page.Locator("section[aria-labelledby=recognition-heading] .entry");
        (await directions.Nth(0).InnerTextAsync()).ShouldContain(ofPolity);
        (await directions.Nth(1).InnerTextAsync()).ShouldContain(byPolity);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_date_it_leads_to_a_day_worth_looking_at_and_another_can_be_typed()
    {
        await using var window = await ledger.OpenTabWithoutScriptsAsync();
        await window.GoAsync("/polities/artsakh/relations/abkhazia?known-at=0001-article");

        new Uri(window.Page.Url).PathAndQuery.ShouldBe("/polities/artsakh/relations/abkhazia?on=2023-12-31&known-at=0001-article");
        await window.Page.FillAsync("#on", "2024-01-01");
        await window.Page.ClickAsync("form.date button");
        new Uri(window.Page.Url).Query.ShouldBe("?on=2024-01-01&known-at=0001-article");
        (await window.Page.Locator("section[aria-labelledby=recognition-heading]").InnerTextAsync()).ShouldContain(
            "Abkhazia had recognised the Republic of Artsakh, which had ended by this day."
        );
    }
}
