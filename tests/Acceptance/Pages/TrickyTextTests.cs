using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

[Collection(LookingAtPages.Name)]
public sealed class TrickyTextTests(LookedAtLedger ledger)
{
    [Theory]
    [InlineData($"/polities/{TrickyPolity.Id}/state?on=1993")]
    [InlineData($"/polities/{TrickyPolity.Id}/changes")]
    [InlineData($"/polities/{TrickyPolity.Id}/contradictions")]
    [InlineData("/facts/tricky-land-proclaimed")]
    [InlineData("/facts/tricky-minister-appointed")]
    [InlineData("/facts/entity-tricky-land")]
    [InlineData("/facts/source-tricky-source")]
    [InlineData($"/entities/{TrickyPolity.Id}")]
    [InlineData("/entities/tricky-minister")]
    [InlineData("/entities?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/polities/artsakh/state?on=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/polities/%3Cimg%20src=x%20onerror=alert(1)%3E/state?on=2006")]
    public async Task Texts_of_the_record_and_of_a_question_stay_texts(string address)
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync(address);

        window.Complaints.ShouldBeEmpty();
        (
            await window
                .Page.Locator(
                    "main script, main style, main img, main iframe, main bdi b, main svg [onload], [onmouseover], [onerror], a[href^='javascript']"
                )
                .CountAsync()
        ).ShouldBe(0);
        (await window.Page.Locator("body").TextContentAsync())!.IndexOfAny(['\u202E', '\u2067', '\u2069']).ShouldBe(-1);
    }

    [Fact]
    public async Task What_would_turn_the_text_around_is_shown_by_its_number_and_everything_else_as_it_is()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync($"/entities/{TrickyPolity.Id}");

        (await window.Page.Locator("h1").TextContentAsync()).ShouldBe(
            TrickyPolity.Name.Replace("\u202E", "[U+202E]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_words_of_a_source_are_marked_between_those_around_them()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync("/facts/tricky-land-proclaimed");

        (await window.Page.Locator("mark").TextContentAsync()).ShouldBe(
            TrickyPolity
                .Quote.Trim()
                .Replace("\u2067", "[U+2067]", StringComparison.Ordinal)
                .Replace("\u2069", "[U+2069]", StringComparison.Ordinal)
        );
    }
}
