using System.Text.Json;
using Alba;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sources;

[OnEveryPostgres]
public sealed class QuoteEndpointTests(ArchiveFixture ledger) : IClassFixture<ArchiveFixture>
{
    [Fact]
    public async Task Words_are_held_against_the_text_and_nothing_else_of_it_is_told()
    {
        (await ledger.BringAsync("declared", ArchiveFixture.DeclaredText)).Status.ShouldBeOneOf(200, 201);

        ShouldBe(await QueryAsync("declared", "an office in Paris"), 4, 1);
        ShouldBe(await QueryAsync("declared", "an office", "&suffix=in%20Beirut"), 2, 1);
        ShouldBe(await QueryAsync("declared", "an office"), 2, 2, "/quote");
        ShouldBe(await QueryAsync("declared", "an office", "&prefix=never"), 2, 0, "/prefix");
        var absent = await QueryAsync("declared", "an embassy");
        ShouldBe(absent, 2, 0, "/quote");
        ShouldBe(await QueryAsync("declared", string.Join(' ', Enumerable.Repeat("x", 31))), 31, null, "/quote");
        ShouldBe(await QueryAsync("declared", " "), 0, null, "/quote");

        foreach (var word in ArchiveFixture.DeclaredText.Split(' ', '.').Where(word => word.Length > 3))
        {
            absent.GetRawText().ShouldNotContain(word);
        }
    }

    [Fact]
    public async Task Where_no_text_is_here_the_words_are_counted_and_not_looked_for()
    {
        var excerpt = await QueryAsync("excerpt", "an independent state");
        excerpt.GetProperty("checked").GetBoolean().ShouldBeFalse();
        ShouldBe(excerpt, 3, null);

        var textless = await QueryAsync("another-length", "too short");
        textless.GetProperty("checked").GetBoolean().ShouldBeFalse();
        ShouldBe(textless, 2, null, "/start");
    }

    [Theory]
    [InlineData("/sources/nowhere/quote?exact=x", 404)]
    [InlineData("/sources/declared/quote", 400)]
    [InlineData("/sources/declared/quote?exact=x&exact=y", 400)]
    [InlineData("/sources/declared/quote?exact=x&start=0", 400)]
    public async Task A_question_that_cannot_be_answered_is_refused(string address, int status) =>
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.StatusCodeShouldBe(status);
        });

    [Fact]
    public async Task Without_a_token_no_text_can_be_put_together_from_answers()
    {
        (await ledger.BringAsync("declared", ArchiveFixture.DeclaredText)).Status.ShouldBeOneOf(200, 201);

        ShouldBe(await QueryAsReaderAsync("declared", "an office in Paris"), 4, 1);
        ShouldBe(await QueryAsReaderAsync("declared", "had an office in Beirut."), 5, 1);
        ShouldBe(await QueryAsReaderAsync("declared", "It had an office in"), 5, 2, "/quote");
        ShouldBe(await QueryAsReaderAsync("declared", "It had an office in", "&suffix=Beirut"), 5, 1);
        foreach (
            var (exact, beside) in new[]
            {
                ("an office in Pari", ""),
                ("n office in Paris", ""),
                ("an office in Paris", "&prefix=d"),
                ("It had an office in", "&suffix=Beir"),
                ("an office in London", ""),
            }
        )
        {
            var answer = await QueryAsReaderAsync("declared", exact, beside);
            answer.GetProperty("places").GetInt32().ShouldBe(0, exact + beside);
            answer.GetProperty("problems").GetRawText().ShouldNotContain(" at ", Case.Sensitive, "where it is, is not told");
        }

        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/sources/declared/quote?exact=office%20in%20Paris");
            scenario.StatusCodeShouldBe(400);
        });

        var refused = 0;
        for (var i = 0; i < 130 && refused == 0; i++)
        {
            var result = await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url($"/sources/declared/quote?exact=an%20office%20in%20X{i}");
                scenario.ConfigureHttpContext(context => context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("192.0.2.7"));
                scenario.IgnoreStatusCode();
            });
            refused = result.Context.Response.StatusCode == 429 ? i : 0;
        }

        refused.ShouldBeGreaterThan(0);
        ShouldBe(await QueryAsync("declared", "in Paris"), 2, 1);
    }

    private Task<JsonElement> QueryAsReaderAsync(string source, string exact, string beside = "") =>
        ledger.QueryAsync($"/sources/{source}/quote?exact={Uri.EscapeDataString(exact)}{beside}");

    private async Task<JsonElement> QueryAsync(string source, string exact, string beside = "") =>
        JsonDocument
            .Parse(
                (
                    await ledger.Host.Scenario(scenario =>
                    {
                        scenario.Get.Url($"/sources/{source}/quote?exact={Uri.EscapeDataString(exact)}{beside}");
                        scenario.WithRequestHeader("Authorization", $"Bearer {Tokens.OfContributor}");
                        scenario.StatusCodeShouldBeOk();
                    })
                ).ReadAsText()
            )
            .RootElement;

    private static void ShouldBe(JsonElement answer, int words, int? places, params string[] problems)
    {
        answer.GetProperty("words").GetInt32().ShouldBe(words);
        (answer.TryGetProperty("places", out var found) ? found.GetInt32() : (int?)null).ShouldBe(places);
        answer.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("pointer").GetString()).ShouldBe(problems);
    }
}
