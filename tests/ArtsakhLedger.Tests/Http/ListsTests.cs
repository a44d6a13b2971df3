using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

/// <summary>What every list of the service has in common (INTERFACES, section 3).</summary>
public sealed class ListsTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Theory]
    [InlineData("/facts?")]
    [InlineData("/facts?polity=artsakh&kind=office&")]
    [InlineData("/entities?")]
    [InlineData("/entities?q=a&")]
    [InlineData("/sources?")]
    [InlineData("/sources/wikipedia-foreign-relations-of-artsakh/passages?")]
    [InlineData("/sources/pinterest-four-entities/descriptions?")]
    [InlineData("/batches?")]
    [InlineData("/polities/artsakh/timeline?")]
    [InlineData("/polities/artsakh/changes?")]
    [InlineData("/polities/artsakh/changes?on=2016-03-29&known-from=0001-article&")]
    [InlineData("/polities/artsakh/contradictions?")]
    public async Task A_cursor_stays_at_the_position_of_the_first_page_whatever_is_recorded_meanwhile(string list)
    {
        var first = await ledger.Host.Scenario(scenario => scenario.Get.Url($"{list}limit=1"));
        var page = JsonDocument.Parse(await first.ReadAsTextAsync()).RootElement;
        page.GetProperty("items").GetArrayLength().ShouldBe(1);
        var next = page.GetProperty("next").GetString()!;
        first.Context.Response.Headers.Link.ToString().ShouldBe($"<{next}>; rel=\"next\"");

        var before = await WholeAsync(next);
        var head = await ledger.Host.HeadAsync();
        await RecordAsync($"town-{head}");
        (await WholeAsync(next)).ShouldBe(before);
        (await ledger.Host.Scenario(scenario => scenario.Get.Url(next)))
            .Context.Response.Headers.CacheControl.ToString()
            .ShouldContain("immutable");
    }

    [Fact]
    public async Task The_polities_are_listed_page_by_page_as_known_when_the_first_was_given()
    {
        await NewPolityAsync("ruritania");
        var first = await ledger.QueryAsync("/polities?limit=1");
        first.GetProperty("items").EnumerateArray().Select(polity => polity.GetProperty("id").GetString()).ShouldBe(["artsakh"]);
        var next = first.GetProperty("next").GetString()!;

        await NewPolityAsync("strelsau");
        var second = await ledger.QueryAsync(next);
        second.GetProperty("items").EnumerateArray().Select(polity => polity.GetProperty("id").GetString()).ShouldBe(["ruritania"]);
        second.TryGetProperty("next", out _).ShouldBeFalse("the third was not there yet");
    }

    [Fact]
    public async Task A_page_has_100_items_unless_another_number_up_to_500_is_asked_for()
    {
        (await ledger.QueryAsync("/facts")).GetProperty("items").GetArrayLength().ShouldBe(100);
        (await ledger.QueryAsync("/facts?limit=500")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task The_last_page_has_no_next()
    {
        var result = await ledger.Host.Scenario(scenario => scenario.Get.Url("/batches?limit=500"));
        JsonDocument.Parse(await result.ReadAsTextAsync()).RootElement.TryGetProperty("next", out _).ShouldBeFalse();
        result.Context.Response.Headers.Link.Count.ShouldBe(0);
    }

    /// <summary>All that follows from a page on, so far as five pages of it.</summary>
    private async Task<string> WholeAsync(string? next)
    {
        var pages = new List<string>();
        while (next is not null && pages.Count < 5)
        {
            var body = await ledger.GetAsync(next);
            pages.Add(body);
            next = JsonDocument.Parse(body).RootElement.TryGetProperty("next", out var following) ? following.GetString() : null;
        }

        return string.Join('\n', pages);
    }

    /// <summary>Something that shows in every list: an entity, a source, a fact of an episode, in a batch.</summary>
    private Task<JsonNode> RecordAsync(string town) =>
        ledger.Host.RecordAsync(
            $"/batches?batch=artsakh/0100-{town}",
            $$"""
            { "type": "entity-described", "id": "a-{{town}}", "kind": "municipality", "names": [{ "text": "A {{town}}", "language": "en" }], "reason": "test" }
            { "type": "source-archived", "id": "a-{{town}}-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }
            { "type": "office-opened", "id": "a-{{town}}-office", "city": "a-{{town}}", "date": "1992-05-05/2023-05-05", "citations": [{ "source": "a-{{town}}-gazette", "quote": "words" }] }
            """,
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );

    private Task<JsonNode> NewPolityAsync(string polity) =>
        ledger.Host.RecordAsync(
            $"/batches?batch={polity}/0001-first",
            $$"""
            { "type": "entity-described", "id": "{{polity}}", "kind": "polity", "names": [{ "text": "The {{polity}}", "language": "en" }], "reason": "test" }
            { "type": "source-archived", "id": "{{polity}}-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }
            { "type": "state-proclaimed", "id": "{{polity}}-proclaimed", "date": "1894-05-01", "citations": [{ "source": "{{polity}}-gazette", "quote": "words" }] }
            """,
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );
}
