using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Changes;

public sealed class ChangesOfArtsakhTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Path = "/polities/artsakh/changes";
    private const string Article = "known-at=artsakh/0001-article";

    [Fact]
    public async Task The_dissolution_ends_what_the_state_carried_and_is_named_behind_it()
    {
        var items = await ItemsAsync($"{Path}?from=2023-12-31&to=2024-01-01&{Article}");

        items.ShouldContain(item => Words(item) == "2024-01-01 artsakh/existence certain not");
        items.ShouldContain(item => Words(item) == "2024-01-01 artsakh/recognition-by/hawaii certain not");
        items.ShouldAllBe(item => item.GetProperty("facts").EnumerateArray().Any(link => link.GetString() == "/facts/artsakh-dissolved"));
    }

    [Fact]
    public async Task A_recognition_of_a_month_begins_twice()
    {
        (await ItemsAsync($"{Path}?from=2012-09-30&to=2012-10&{Article}"))
            .Select(Words)
            .ShouldBe([
                "2012-10-01 artsakh/recognition-by/new-south-wales not possible",
                "2012-10-31 artsakh/recognition-by/new-south-wales possible certain",
            ]);
    }

    [Fact]
    public async Task What_other_sources_changed_in_the_answer_of_a_day_is_named()
    {
        var answer = await ledger.QueryAsync($"{Path}?on=2016-03-29&known-from=0001-article&known-to=0004-preferences");

        var hawaii = answer
            .GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("episode").GetString() == "artsakh/recognition-by/hawaii");
        hawaii.GetProperty("before").GetString().ShouldBe("not");
        hawaii.GetProperty("after").GetString().ShouldBe("certain");
        hawaii.GetProperty("facts").EnumerateArray().Select(link => link.GetString()).ShouldContain("/facts/hawaii-29-march");
        JsonElement.DeepEquals(await ledger.QueryAsync(answer.GetProperty("self").GetString()!), answer).ShouldBeTrue();
    }

    [Theory]
    [InlineData("?from=2012-09-30&to=2016", "day")]
    [InlineData("?on=2016-03-29&known-from=0001-article", "position")]
    public async Task A_change_says_when_of_what_from_what_to_what_and_through_which_facts(string question, string when)
    {
        var items = await ItemsAsync($"{Path}{question}");
        items.Count.ShouldBeGreaterThan(5);
        foreach (var names in items.Select(item => item.EnumerateObject().Select(member => member.Name).ToList()))
        {
            names.Where(name => name != "differs").ShouldBe([when, "episode", "statement", "before", "after", "facts"]);
        }
    }

    [Fact]
    public async Task Pages_give_every_change_once()
    {
        var (paged, next) = (new List<string>(), $"{Path}?limit=25&{Article}");
        while (next is not null)
        {
            var page = await ledger.QueryAsync(next);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(Words));
            next = page.TryGetProperty("next", out var address) ? address.GetString() : null;
        }

        paged.ShouldBe((await ItemsAsync($"{Path}?limit=500&{Article}")).Select(Words));
        paged.ShouldBeUnique();
    }

    private static string Words(JsonElement item) =>
        string.Join(
            ' ',
            item.GetProperty("day").GetString(),
            item.GetProperty("episode").GetString(),
            item.GetProperty("before").GetString(),
            item.GetProperty("after").GetString()
        );

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string address) =>
        [.. (await ledger.QueryAsync(address)).GetProperty("items").EnumerateArray()];
}
