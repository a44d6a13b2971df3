using System.Text.Json;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

public sealed class ProblemTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("/polities/artsakh/state", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=garbage", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=2006-02-30", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=2006-06-01T10:00:00Z", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=[2004,2006]", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=[..2006]", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=2006/..", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=2006/", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=XXXX-10-12", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/state?onn=2006", 400, "unknown-parameter", "onn")]
    [InlineData("/polities/artsakh/state?ON=2006", 400, "unknown-parameter", "ON")]
    [InlineData("/polities/artsakh/state?on=2006-01-01&on=2007-01-01", 400, "repeated-parameter", "on")]
    [InlineData("/polities/artsakh/state?on=2006&kind=embassy", 400, "invalid-parameter", "kind")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=-3", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=9999-no-such-batch", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=yesterday%20noon", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=2026-11-23T10:00:00", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=999999", 404, "beyond-the-head", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=99999999999999999999999999", 404, "beyond-the-head", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&known-at=1990-01-01T00:00:00Z", 404, "nothing-recorded", "known-at")]
    [InlineData("/polities/artsakh/state?on=2006&rules=0", 410, "rules-version-gone", "rules")]
    [InlineData("/polities/nowhere/state?on=2006", 404, "unknown-polity", "polity")]
    [InlineData("/polities?page=3", 400, "unknown-parameter", "page")]
    [InlineData("/facts/no-such-fact", 404, "unknown-fact", "fact")]
    [InlineData("/entities?q=", 400, "invalid-parameter", "q")]
    [InlineData("/entities?q=%E2%80%93%20%21", 400, "invalid-parameter", "q")]
    [InlineData("/entities?limit=0", 400, "invalid-parameter", "limit")]
    [InlineData("/entities?limit=501", 400, "invalid-parameter", "limit")]
    [InlineData("/entities?limit=", 400, "invalid-parameter", "limit")]
    [InlineData("/entities?cursor=", 400, "invalid-parameter", "cursor")]
    [InlineData("/entities?cursor=garbage", 400, "invalid-parameter", "cursor")]
    [InlineData("/entities?known-at=0001-article", 400, "invalid-parameter", "known-at")]
    [InlineData("/entities?known-at=999999", 404, "beyond-the-head", "known-at")]
    [InlineData("/entities?name=artsakh", 400, "unknown-parameter", "name")]
    [InlineData("/entities?q=a&q=b", 400, "repeated-parameter", "q")]
    [InlineData("/entities/no-such-entity", 404, "unknown-entity", "entity")]
    [InlineData("/entities/armenia?on=2006", 400, "unknown-parameter", "on")]
    [InlineData("/entities/armenia?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/facts/no-such-fact/history", 404, "unknown-fact", "fact")]
    [InlineData("/facts/no-such-fact/provenance", 404, "unknown-fact", "fact")]
    [InlineData("/facts/artsakh-dissolved/history?known-at=1", 404, "unknown-fact", "fact")]
    [InlineData("/facts/artsakh-dissolved/history?limit=no", 400, "invalid-parameter", "limit")]
    [InlineData("/facts/artsakh-dissolved/history?cursor=x", 400, "invalid-parameter", "cursor")]
    [InlineData("/facts/artsakh-dissolved/history?version=1", 400, "unknown-parameter", "version")]
    [InlineData("/facts/artsakh-dissolved/provenance?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/facts/artsakh-dissolved/provenance?format=ld", 400, "unknown-parameter", "format")]
    [InlineData("/facts/artsakh-dissolved/provenance?known-at=5&known-at=6", 400, "repeated-parameter", "known-at")]
    [InlineData("/sources?limit=0", 400, "invalid-parameter", "limit")]
    [InlineData("/sources?cursor=garbage", 400, "invalid-parameter", "cursor")]
    [InlineData("/sources?known-at=never", 400, "invalid-parameter", "known-at")]
    [InlineData("/sources?title=x", 400, "unknown-parameter", "title")]
    [InlineData("/sources/no-such-source", 404, "unknown-source", "source")]
    [InlineData("/sources/no-such-source/passages", 404, "unknown-source", "source")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh?known-at=1", 404, "unknown-source", "source")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh?on=2006", 400, "unknown-parameter", "on")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh/passages?limit=501", 400, "invalid-parameter", "limit")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh/passages?cursor=x", 400, "invalid-parameter", "cursor")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh/passages?snapshot=abc", 400, "invalid-parameter", "snapshot")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh/passages?limit=1&limit=2", 400, "repeated-parameter", "limit")]
    [InlineData("/polities/artsakh/relations/ukraine", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/relations/ukraine?on=[..2006]", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/relations/ukraine?on=2006&known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/relations/ukraine?on=2006&known-at=999999", 404, "beyond-the-head", "known-at")]
    [InlineData("/polities/artsakh/relations/ukraine?on=2006&rules=0", 410, "rules-version-gone", "rules")]
    [InlineData("/polities/artsakh/relations/ukraine?on=2006&kind=office", 400, "unknown-parameter", "kind")]
    [InlineData("/polities/artsakh/relations/atlantis?on=2006", 404, "unknown-entity", "entity")]
    [InlineData("/polities/artsakh/relations/artsakh?on=2006", 400, "invalid-parameter", "entity")]
    [InlineData("/polities/nowhere/relations/ukraine?on=2006", 404, "unknown-polity", "polity")]
    [InlineData("/polities/artsakh/timeline?from=garbage", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/timeline?to=2006/..", 400, "invalid-parameter", "to")]
    [InlineData("/polities/artsakh/timeline?from=", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/timeline?from=2013&to=2012", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/timeline?kind=embassy", 400, "invalid-parameter", "kind")]
    [InlineData("/polities/artsakh/timeline?kind=", 400, "invalid-parameter", "kind")]
    [InlineData("/polities/artsakh/timeline?party=atlantis", 400, "invalid-parameter", "party")]
    [InlineData("/polities/artsakh/timeline?party=", 400, "invalid-parameter", "party")]
    [InlineData("/polities/artsakh/timeline?limit=0", 400, "invalid-parameter", "limit")]
    [InlineData("/polities/artsakh/timeline?cursor=garbage", 400, "invalid-parameter", "cursor")]
    [InlineData("/polities/artsakh/timeline?rules=2", 410, "rules-version-gone", "rules")]
    [InlineData("/polities/artsakh/timeline?known-at=999999", 404, "beyond-the-head", "known-at")]
    [InlineData("/polities/artsakh/timeline?day=2006", 400, "unknown-parameter", "day")]
    [InlineData("/polities/artsakh/timeline?from=2006&from=2007", 400, "repeated-parameter", "from")]
    [InlineData("/polities/nowhere/timeline", 404, "unknown-polity", "polity")]
    [InlineData("/polities/artsakh/changes?from=2013&to=2012", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/changes?from=2013&to=2013-06", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/changes?from=[2012,2013]", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/changes?to=garbage", 400, "invalid-parameter", "to")]
    [InlineData("/polities/artsakh/changes?on=2006", 400, "invalid-parameter", "known-from")]
    [InlineData("/polities/artsakh/changes?known-from=3", 400, "invalid-parameter", "on")]
    [InlineData("/polities/artsakh/changes?on=2006&from=2005&known-from=3", 400, "invalid-parameter", "from")]
    [InlineData("/polities/artsakh/changes?on=2006&known-from=3&known-at=5", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/changes?on=2006&known-from=0", 400, "invalid-parameter", "known-from")]
    [InlineData("/polities/artsakh/changes?on=2006&known-from=5&known-to=999999", 404, "beyond-the-head", "known-to")]
    [InlineData("/polities/artsakh/changes?on=2006&known-from=100&known-to=50", 400, "invalid-parameter", "known-from")]
    [InlineData("/polities/artsakh/changes?on=2006&known-from=3&known-to=no-such-batch", 400, "invalid-parameter", "known-to")]
    [InlineData("/polities/artsakh/changes?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/changes?rules=x", 400, "invalid-parameter", "rules")]
    [InlineData("/polities/artsakh/changes?rules=", 400, "invalid-parameter", "rules")]
    [InlineData("/polities/artsakh/changes?limit=x", 400, "invalid-parameter", "limit")]
    [InlineData("/polities/nowhere/changes", 404, "unknown-polity", "polity")]
    [InlineData("/polities/artsakh/contradictions?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/polities/artsakh/contradictions?limit=501", 400, "invalid-parameter", "limit")]
    [InlineData("/polities/artsakh/contradictions?type=seat", 400, "unknown-parameter", "type")]
    [InlineData("/polities/artsakh/contradictions?rules=0", 410, "rules-version-gone", "rules")]
    [InlineData("/polities/nowhere/contradictions", 404, "unknown-polity", "polity")]
    [InlineData("/facts?type=embassy", 400, "invalid-parameter", "type")]
    [InlineData("/facts?kind=", 400, "invalid-parameter", "kind")]
    [InlineData("/facts?kind=embassy", 400, "invalid-parameter", "kind")]
    [InlineData("/facts?party=atlantis", 400, "invalid-parameter", "party")]
    [InlineData("/facts?source=no-such-source", 400, "invalid-parameter", "source")]
    [InlineData("/facts?batch=no-such-batch", 400, "invalid-parameter", "batch")]
    [InlineData("/facts?polity=nowhere", 400, "invalid-parameter", "polity")]
    [InlineData("/facts?author=", 400, "invalid-parameter", "author")]
    [InlineData("/facts?author=%00", 400, "invalid-parameter", "author")]
    [InlineData("/facts?from=2013&to=2012", 400, "invalid-parameter", "from")]
    [InlineData("/facts?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/facts?cursor=garbage", 400, "invalid-parameter", "cursor")]
    [InlineData("/facts?limit=-1", 400, "invalid-parameter", "limit")]
    [InlineData("/facts?q=x", 400, "unknown-parameter", "q")]
    [InlineData("/episodes/artsakh/office/atlantis", 404, "unknown-episode", "episode")]
    [InlineData("/episodes/nowhere/office/paris", 404, "unknown-episode", "episode")]
    [InlineData("/episodes/artsakh", 404, "unknown-episode", "episode")]
    [InlineData("/episodes/artsakh/office/paris?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/episodes/artsakh/office/paris?rules=0", 410, "rules-version-gone", "rules")]
    [InlineData("/batches?known-at=0", 400, "invalid-parameter", "known-at")]
    [InlineData("/batches?limit=x", 400, "invalid-parameter", "limit")]
    [InlineData("/dates", 400, "invalid-parameter", "edtf")]
    [InlineData("/dates?edtf=", 400, "invalid-parameter", "edtf")]
    [InlineData("/dates?edtf=1997-13", 400, "invalid-parameter", "edtf")]
    [InlineData("/dates?date=1997", 400, "unknown-parameter", "date")]
    public async Task A_question_that_cannot_be_answered_says_what_to_send(string address, int status, string type, string parameter)
    {
        var problem = await ProblemAsync(address, status);

        problem.GetProperty("type").GetString().ShouldBe($"urn:ledger:problem:{type}");
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_position_beyond_the_head_is_answered_with_the_head()
    {
        var ready = JsonDocument.Parse(await ledger.GetAsync("/health/ready")).RootElement;

        var problem = await ProblemAsync("/polities/artsakh/state?on=2006&known-at=999999", 404);

        problem.GetProperty("head").GetInt64().ShouldBe(ready.GetProperty("head").GetInt64());
    }

    [Theory]
    [InlineData("99999999999999999999999999")]
    [InlineData("9999999999999999999999999999999999999999999999999999999999")]
    public async Task A_position_far_beyond_the_head_is_repeated_as_it_was_sent(string position) =>
        (await ProblemAsync($"/polities/artsakh/state?on=2006&known-at={position}", 404))
            .GetProperty("detail")
            .GetString()!
            .ShouldStartWith($"Position {position} is beyond");

    [Fact]
    public async Task A_short_name_of_a_batch_without_a_polity_is_answered_with_the_whole_one() =>
        (await ProblemAsync("/facts/artsakh-dissolved?known-at=0001-article", 400))
            .GetProperty("detail")
            .GetString()!
            .ShouldContain("There is no batch 0001-article. Did you mean artsakh/0001-article? Send");

    [Fact]
    public async Task A_version_of_the_rules_that_is_gone_comes_with_the_address_of_the_current_answer()
    {
        var problem = await ProblemAsync("/polities/artsakh/state?on=2006&known-at=0001-article&rules=0", 410);

        await ledger.GetAsync(problem.GetProperty("current").GetString()!);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_problem_details_too() =>
        (await ProblemAsync("/embassies", 404)).GetProperty("type").GetString().ShouldBe("urn:ledger:problem:no-such-address");

    [Theory]
    [InlineData("on")]
    [InlineData("known-at")]
    [InlineData("kind")]
    [InlineData("rules")]
    [InlineData("q")]
    [InlineData("cursor")]
    [InlineData("limit")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("party")]
    [InlineData("known-from")]
    [InlineData("known-to")]
    [InlineData("type")]
    [InlineData("source")]
    [InlineData("author")]
    [InlineData("batch")]
    [InlineData("polity")]
    [InlineData("edtf")]
    [InlineData("id")]
    public async Task A_very_long_value_is_refused_in_a_short_answer(string parameter)
    {
        var value = new string('9', 5000);
        var address = parameter switch
        {
            "on" => $"/polities/artsakh/state?on={value}",
            "q" or "cursor" or "limit" => $"/entities?{parameter}={value}",
            "from" or "to" or "party" => $"/polities/artsakh/timeline?{parameter}={value}",
            "known-from" or "known-to" => $"/polities/artsakh/changes?on=2006&known-from=1&{parameter}={value}".Replace(
                "known-from=1&known-from",
                "known-from",
                StringComparison.Ordinal
            ),
            "type" or "source" or "author" or "batch" or "polity" => $"/facts?{parameter}={value}",
            "edtf" => $"/dates?edtf={value}",
            "id" => $"/episodes/{value}",
            _ => $"/polities/artsakh/state?on=2006&{parameter}={value}",
        };

        var result = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.IgnoreStatusCode();
        });

        result.Context.Response.StatusCode.ShouldBeInRange(400, 499);
        (await result.ReadAsTextAsync()).Length.ShouldBeLessThan(8000);
    }

    private async Task<JsonElement> ProblemAsync(string address, int status)
    {
        var result = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.StatusCodeShouldBe(status);
        });
        result.Context.Response.ContentType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }
}
