using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Entities;

[OnEveryPostgres]
public sealed class EntitiesEndpointTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string KnownAt = "known-at=artsakh/0001-article";

    [Theory]
    [InlineData("washington D.C.", "washington")]
    [InlineData("MELIKYAN", "arman-melikyan")]
    [InlineData("atlantis", "")]
    public async Task An_entity_is_found_by_any_of_its_names(string words, string ids) =>
        string.Join(' ', Ids(await QueryAsync($"/entities?q={Uri.EscapeDataString(words)}&{KnownAt}"))).ShouldBe(ids);

    [Theory]
    [InlineData("u s a", "united-states")]
    [InlineData("Nagorno Karabakh", "artsakh")]
    public async Task Who_is_called_so_is_the_first_of_those_with_such_a_name(string words, string id) =>
        Ids(await QueryAsync($"/entities?q={Uri.EscapeDataString(words)}&{KnownAt}"))[0].ShouldBe(id);

    [Fact]
    public async Task An_entity_that_is_found_is_listed_with_its_name_its_kind_and_its_address() =>
        (await ledger.GetAsync($"/entities?q=usa&limit=1&{KnownAt}")).ShouldStartWith(
            """{"items":[{"id":"united-states","name":"United States","kind":"polity","matched":"USA","entity":"/entities/united-states"}]"""
        );

    [Fact]
    public async Task Pages_give_every_entity_once_whatever_their_size()
    {
        var whole = Ids(await QueryAsync($"/entities?limit=500&{KnownAt}"));

        whole.Count.ShouldBeGreaterThan(30);
        whole.ShouldBeUnique();
        foreach (var limit in new[] { 1, 7, whole.Count - 1, whole.Count })
        {
            var (paged, next) = (new List<string>(), $"/entities?limit={limit}&{KnownAt}");
            while (next is not null)
            {
                var page = await QueryAsync(next);
                Ids(page).Count.ShouldBeLessThanOrEqualTo(limit);
                paged.AddRange(Ids(page));
                next = page.TryGetProperty("next", out var address) ? address.GetString() : null;
            }

            paged.ShouldBe(whole);
        }
    }

    [Fact]
    public async Task The_next_page_stands_in_a_header_too_and_is_pinned()
    {
        var first = await ledger.Host.Scenario(scenario => scenario.Get.Url("/entities?q=a&limit=2"));
        var next = JsonDocument.Parse(await first.ReadAsTextAsync()).RootElement.GetProperty("next").GetString()!;

        first.Context.Response.Headers.Link.ToString().ShouldBe($"<{next}>; rel=\"next\"");
        var second = await ledger.Host.Scenario(scenario => scenario.Get.Url(next));
        second.Context.Response.Headers.CacheControl.ToString().ShouldContain("immutable");
    }

    [Fact]
    public async Task A_party_of_an_office_and_of_a_recognition_leads_to_its_episodes_and_facts()
    {
        var armenia = await QueryAsync($"/entities/armenia?{KnownAt}");
        var office = armenia
            .GetProperty("relations")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("episodes")
            .EnumerateArray()
            .Single(episode => episode.GetProperty("kind").GetString() == "office");

        office.GetProperty("episode").GetString().ShouldBe("artsakh/office/yerevan");
        office.GetProperty("party").GetProperty("id").GetString().ShouldBe("yerevan");
        office.GetProperty("statement").GetString().ShouldBe("The Republic of Artsakh had a representative office in Yerevan");
        office
            .GetProperty("facts")
            .EnumerateArray()
            .Select(fact => fact.GetString())
            .ShouldBe(["/facts/artsakh-office-yerevan-opened", "/facts/artsakh-office-yerevan-attested"]);
        armenia.GetProperty("names").EnumerateArray().Select(name => name.GetProperty("text").GetString()).ShouldBe(["Armenia", "ARM"]);

        var abkhazia = (await QueryAsync($"/entities/abkhazia?{KnownAt}")).GetProperty("relations")[0];
        abkhazia
            .GetProperty("episodes")
            .EnumerateArray()
            .Select(episode => episode.GetProperty("episode").GetString())
            .ShouldBe(
                [
                    "artsakh/recognition-by/abkhazia",
                    "artsakh/recognition-of/abkhazia",
                    "artsakh/visa-waiver/abkhazia",
                    "artsakh/membership/community-for-democracy-and-rights-of-nations",
                ],
                ignoreOrder: true
            );
        abkhazia.GetProperty("mayBe").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_polity_leads_to_its_state_and_to_its_own_existence()
    {
        var artsakh = await QueryAsync($"/entities/artsakh?{KnownAt}");

        artsakh.GetProperty("state").GetString().ShouldBe("/polities/artsakh/state");
        artsakh
            .GetProperty("relations")[0]
            .GetProperty("episodes")
            .EnumerateArray()
            .Select(episode => episode.GetProperty("episode").GetString())
            .ShouldContain("artsakh/existence");
    }

    [Fact]
    public async Task Every_link_of_an_entity_leads_somewhere()
    {
        foreach (var id in Ids(await QueryAsync("/entities?limit=500")))
        {
            var entity = await QueryAsync($"/entities/{id}");
            var facts = entity
                .GetProperty("relations")
                .EnumerateArray()
                .SelectMany(relation =>
                    relation
                        .GetProperty("episodes")
                        .EnumerateArray()
                        .SelectMany(episode => episode.GetProperty("facts").EnumerateArray())
                        .Concat(relation.GetProperty("facts").EnumerateArray())
                        .Concat(relation.GetProperty("mayBe").EnumerateArray())
                )
                .Concat(entity.GetProperty("descriptions").EnumerateArray());
            foreach (var link in facts.Select(fact => fact.GetString()!).Distinct())
            {
                await ledger.GetAsync(link);
            }
        }
    }

    [Fact]
    public async Task The_permanent_address_of_an_entity_gives_the_same_answer()
    {
        var body = await ledger.GetAsync("/entities/armenia");

        (await ledger.GetAsync(JsonDocument.Parse(body).RootElement.GetProperty("self").GetString()!)).ShouldBe(body);
    }

    [Fact]
    public async Task Before_its_description_an_entity_is_not_known()
    {
        Ids(await QueryAsync("/entities?known-at=1")).ShouldBe(["artsakh"]);
        await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/entities/armenia?known-at=1");
            scenario.StatusCodeShouldBe(404);
        });
    }

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private async Task<JsonElement> QueryAsync(string address) => JsonDocument.Parse(await ledger.GetAsync(address)).RootElement;
}
