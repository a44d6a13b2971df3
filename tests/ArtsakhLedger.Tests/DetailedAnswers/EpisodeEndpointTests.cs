using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.DetailedAnswers;

public sealed class EpisodeEndpointTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    private const string Article = "known-at=artsakh/0001-article";

    [Fact]
    public async Task An_episode_is_shown_with_its_claims_its_readings_and_its_changes()
    {
        var episode = await ledger.QueryAsync($"/episodes/artsakh/foreign-minister/naira-melkumian?{Article}");

        episode.GetProperty("statement").GetString().ShouldBe("Naira Melkumian was foreign minister");
        var claim = episode.GetProperty("claims")[0];
        (claim.GetProperty("start").GetString(), claim.GetProperty("end").GetString()).ShouldBe(("1997", "2002"));
        episode.GetProperty("readings").GetArrayLength().ShouldBe(1);
        episode
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change =>
                string.Join(
                    ' ',
                    change.GetProperty("day").GetString(),
                    change.GetProperty("before").GetString(),
                    change.GetProperty("after").GetString()
                )
            )
            .ShouldBe(["1997-01-01 not possible", "1997-12-31 possible certain", "2002-01-01 certain possible", "2002-12-31 possible not"]);
    }

    [Fact]
    public async Task Every_entry_of_a_state_has_its_episode_under_a_stable_link()
    {
        foreach (var entry in (await ledger.QueryAsync("/polities/artsakh/state?on=2018-01-01")).GetProperty("entries").EnumerateArray())
        {
            var episode = await ledger.QueryAsync($"/episodes/{entry.GetProperty("episode").GetString()}");
            JsonElement.DeepEquals(episode.GetProperty("readings"), entry.GetProperty("readings")).ShouldBeTrue();
            JsonElement.DeepEquals(episode.GetProperty("facts"), entry.GetProperty("facts")).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_life_of_the_polity_is_an_episode_too() =>
        (await ledger.QueryAsync($"/episodes/artsakh/existence?{Article}"))
            .GetProperty("changes")
            .EnumerateArray()
            .Last()
            .GetProperty("day")
            .GetString()
            .ShouldBe("2024-01-01");

    [Fact]
    public async Task An_id_that_was_given_up_leads_to_the_episode_under_the_one_that_stays() =>
        (await ledger.QueryAsync("/episodes/artsakh/twinning/berdzor--highland"))
            .GetProperty("episode")
            .GetString()
            .ShouldBe("artsakh/twinning/lachin--highland");

    [Fact]
    public async Task Slashes_may_be_escaped_and_the_answer_leads_to_itself()
    {
        var episode = await ledger.QueryAsync("/episodes/artsakh%2Foffice%2Fparis");

        JsonElement.DeepEquals(await ledger.QueryAsync(episode.GetProperty("self").GetString()!), episode).ShouldBeTrue();
    }

    [Fact]
    public async Task What_an_editor_set_aside_is_marked_in_its_claim() =>
        (await ledger.QueryAsync("/episodes/artsakh/recognition-by/hawaii-house-of-representatives"))
            .GetProperty("claims")
            .EnumerateArray()
            .Where(claim => claim.TryGetProperty("setAside", out _))
            .Select(claim => claim.GetProperty("claim").GetString())
            .ShouldBe(["artsakh/recognition-by/hawaii-house-of-representatives@wikipedia-foreign-relations-of-artsakh~2"]);
}
