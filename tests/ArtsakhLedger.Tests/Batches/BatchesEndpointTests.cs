using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Batches;

[OnEveryPostgres]
public sealed class BatchesEndpointTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task Batches_are_listed_with_the_positions_that_known_at_takes_them_for()
    {
        var batches = (await ledger.QueryAsync("/batches")).GetProperty("items").EnumerateArray().ToList();

        batches
            .Select(batch => batch.GetProperty("batch").GetString())
            .ShouldBe(["artsakh/0001-article", "artsakh/0002-other-sources", "artsakh/0003-names", "artsakh/0004-preferences"]);
        batches[0].GetProperty("first").GetInt64().ShouldBe(1);
        foreach (var batch in batches)
        {
            var known = await ledger.QueryAsync($"/polities/artsakh/state?on=2006&known-at={batch.GetProperty("batch").GetString()}");
            known.GetProperty("knownAt").GetProperty("position").GetInt64().ShouldBe(batch.GetProperty("last").GetInt64());
        }
    }

    [Fact]
    public async Task A_batch_leads_to_its_facts() =>
        (await ledger.QueryAsync((await ledger.QueryAsync("/batches")).GetProperty("items")[3].GetProperty("facts").GetString()!))
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("batch").GetString())
            .Distinct()
            .ShouldBe(["artsakh/0004-preferences"]);

    [Fact]
    public async Task A_batch_that_came_later_is_not_listed_before() =>
        (await ledger.QueryAsync("/batches?known-at=artsakh/0001-article")).GetProperty("items").GetArrayLength().ShouldBe(1);
}
