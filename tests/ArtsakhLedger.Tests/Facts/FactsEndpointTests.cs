using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Facts;

[OnEveryPostgres]
public sealed class FactsEndpointTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Article = "known-at=artsakh/0001-article";

    [Theory]
    [InlineData("type=visit-made", "sahakyan-visit-lebanon-2018 sahakyan-visit-eufoa-2017")]
    [InlineData("party=bourj-hammoud", "martakert-bourj-hammoud-memorandum")]
    [InlineData("polity=artsakh&from=2001&to=2001&type=agreement-signed", "transnistria-protocol-2001")]
    [InlineData("kind=existence", "artsakh-dissolved")]
    [InlineData("polity=artsakh&batch=0001-article&party=hawaii&kind=recognition-by", "hawaii-recognition-2016")]
    [InlineData("author=somebody-else", "")]
    public async Task Facts_are_found_by_what_they_say_and_where_they_stand(string filter, string ids) =>
        (await IdsAsync($"/facts?{filter}&{Article}")).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Fact]
    public async Task A_party_that_was_left_unnamed_is_found_once_a_correction_names_it_and_not_before()
    {
        var correction = (await ledger.QueryAsync("/facts?type=fact-corrected&limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .First(item => item.GetProperty("fact").GetString()!.StartsWith("us-state-passed", StringComparison.Ordinal));
        var (fact, party) = (
            correction.GetProperty("fact").GetString()!,
            correction.GetProperty("content").GetProperty("actor").GetString()!
        );

        (await IdsAsync($"/facts?party={party}&type=recognition-passed&limit=500")).ShouldContain(fact);
        (await ledger.FieldAsync(fact, "actor.unnamed", "artsakh/0001-article")).ShouldBe("a U.S. state");
    }

    [Fact]
    public async Task Two_ids_that_are_one_find_the_same_facts()
    {
        var facts = await IdsAsync("/facts?party=lachin");

        facts.ShouldContain("berdzor-highland-twinning");
        facts.ShouldBe(await IdsAsync("/facts?party=berdzor"));
    }

    [Fact]
    public async Task The_facts_of_a_source_are_those_that_cite_it()
    {
        const string source = "asbarez-2014-california-assembly";
        var ids = await IdsAsync($"/facts?source={source}&limit=500");
        var cited =
            from item in await AllAsync()
            where
                item.TryGetProperty("citations", out var citations)
                && citations.EnumerateArray().Any(citation => citation.GetProperty("source").GetString() == source)
            select item.GetProperty("id").GetString()!;
        ids.ShouldNotBeEmpty();
        ids.ShouldBe(cited);
    }

    [Fact]
    public async Task An_item_is_the_fact_as_its_own_address_gives_it()
    {
        var item = (await ledger.QueryAsync("/facts?type=state-dissolved")).GetProperty("items")[0];

        JsonElement.DeepEquals(item, await ledger.QueryAsync("/facts/artsakh-dissolved")).ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_and_lines_give_every_fact_once_in_the_order_of_record()
    {
        var (paged, next) = (new List<long>(), $"/facts?limit=90&{Article}");
        while (next is not null)
        {
            var page = await ledger.QueryAsync(next);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("position").GetInt64()));
            next = page.TryGetProperty("next", out var address) ? address.GetString() : null;
        }

        paged.ShouldBeInOrder();
        paged.ShouldBeUnique();
        paged.Count.ShouldBeGreaterThan(250);
        var result = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url($"/facts?{Article}");
            scenario.WithRequestHeader("Accept", "application/x-ndjson");
        });
        (await result.ReadAsTextAsync())
            .Trim()
            .Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("position").GetInt64())
            .ShouldBe(paged);
    }

    [Fact]
    public async Task What_was_taken_out_is_not_listed()
    {
        var retractions = (await ledger.QueryAsync("/facts?type=fact-retracted&limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("fact").GetString())
            .ToList();
        var listed = await IdsAsync("/facts?limit=500");

        listed.ShouldNotContain(fact => retractions.Contains(fact));
    }

    private async Task<List<JsonElement>> AllAsync()
    {
        var (all, next) = (new List<JsonElement>(), "/facts?limit=500");
        while (next is not null)
        {
            var page = await ledger.QueryAsync(next);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("next", out var address) ? address.GetString() : null;
        }

        return all;
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string address) =>
        [.. (await ledger.QueryAsync(address)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
}
