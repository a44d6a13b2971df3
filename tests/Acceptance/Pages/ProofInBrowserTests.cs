using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

[Collection(LookingAtPages.Name)]
public sealed class ProofInBrowserTests(LookedAtLedger ledger)
{
    private const string Fact = "/facts/naira-melkumian-foreign-minister";

    [Theory]
    [InlineData(Fact)]
    [InlineData("/facts/entity-ukraine")]
    [InlineData("/facts/tricky-land-proclaimed")]
    public async Task The_browser_verifies_that_the_log_holds_the_fact_and_that_its_checkpoint_is_signed(string address)
    {
        await using var window = await ledger.OpenTabAsync();
        await window.GoAsync(address);
        await window.Page.Locator("#verify").ClickAsync();
        await window.Page.GetByText("The checkpoint is signed").WaitForAsync();

        (await window.Page.Locator("#verification .verified").CountAsync()).ShouldBe(3);
        (await window.Page.Locator("#verification .refuted").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("\"position\":", "\"position\":1", "of another position")]
    [InlineData("1997/2002", "1997/2003", "the body is not that of the leaf")]
    [InlineData("\"name\":\"events/\"", "\"name\":\"nobody\"", "the author is not that of the leaf")]
    [InlineData("index ", "index 1", "the index is not that of the position")]
    public async Task What_was_changed_on_the_way_is_not_verified(string text, string with, string said)
    {
        await using var window = await ledger.OpenTabAsync();
        await window.Page.RouteAsync(
            $"**{Fact}/proof",
            async route =>
            {
                var response = await route.FetchAsync();
                var body = await response.TextAsync();
                body.ShouldContain(text);
                await route.FulfillAsync(new() { Response = response, Body = body.Replace(text, with, StringComparison.Ordinal) });
            }
        );
        await window.GoAsync(Fact);
        await window.Page.Locator("#verify").ClickAsync();
        await window.Page.Locator("#verification .refuted").WaitForAsync();

        (await window.Page.Locator("#verification .refuted").TextContentAsync())!.ShouldContain(said);
    }

    [Fact]
    public async Task A_key_that_did_not_sign_verifies_nothing()
    {
        await using var window = await ledger.OpenTabAsync();
        await window.Page.RouteAsync(
            "**/log/vkey",
            async route =>
            {
                var response = await route.FetchAsync();
                var key = await response.TextAsync();
                var last = key.TrimEnd();
                await route.FulfillAsync(new() { Response = response, Body = last[..^2] + (last[^2] == 'A' ? 'B' : 'A') + last[^1..] });
            }
        );
        await window.GoAsync(Fact);
        await window.Page.Locator("#verify").ClickAsync();
        await window.Page.Locator("#verification .refuted").WaitForAsync();

        (await window.Page.GetByText("The checkpoint is signed").CountAsync()).ShouldBe(0);
    }
}
