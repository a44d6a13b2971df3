using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Contradictions;

public sealed class ContradictionsOfArtsakhTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Path = "/polities/artsakh/contradictions";

    private static readonly string[] Types =
    [
        "impossible",
        "outside-polity",
        "seat",
        "nothing-left",
        "rival-readings",
        "set-aside",
        "single-source",
    ];

    [Fact]
    public async Task Each_says_what_it_is_and_names_the_episodes_claims_and_facts_involved()
    {
        var items = await ItemsAsync($"{Path}?limit=500");
        foreach (var item in items)
        {
            item.EnumerateObject().Select(member => member.Name).ShouldBe(["type", "episodes", "claims", "facts"]);
            item.GetProperty("type").GetString()!.ShouldBeOneOf(Types);
            item.GetProperty("facts").GetArrayLength().ShouldBePositive(item.GetRawText());
        }

        items
            .Select(item => item.GetProperty("type").GetString())
            .Distinct()
            .ShouldBe(Types.Where(type => items.Any(item => item.GetProperty("type").GetString() == type)), "in the order of the contract");
        foreach (var item in items.Where(item => item.GetProperty("type").GetString() != "single-source"))
        {
            await ledger.GetAsync(item.GetProperty("facts")[0].GetString()!);
            await ledger.GetAsync($"/episodes/{item.GetProperty("episodes")[0].GetString()}");
        }
    }

    [Fact]
    public async Task The_rival_dates_of_the_dissolution_and_what_editors_set_aside_are_among_them()
    {
        var items = await ItemsAsync($"{Path}?limit=500");
        Of("rival-readings").ShouldContain("artsakh/existence");
        Of("set-aside").ShouldContain("artsakh/recognition-by/hawaii");

        IEnumerable<string?> Of(string type) =>
            items
                .Where(item => item.GetProperty("type").GetString() == type)
                .SelectMany(item => item.GetProperty("episodes").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task The_article_alone_rests_on_one_source() =>
        (await ItemsAsync($"{Path}?limit=500&known-at=artsakh/0001-article"))
            .Select(item => item.GetProperty("type").GetString())
            .ShouldContain("single-source");

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string address) =>
        [.. (await ledger.QueryAsync(address)).GetProperty("items").EnumerateArray()];
}
