using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>What held of every polity on a date, in one answer.</summary>
public sealed class StatesOfManyTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>, IAsyncLifetime
{
    // Recorded by one of the tests; the others do not expect it.
    private const string Later = "zz-later";

    public async ValueTask InitializeAsync()
    {
        if ((await AskAsync("/polities"))["items"]!.AsArray().Count == 1)
        {
            await RecordAsync("ruritania", "1894-05-01", "1901-02-03");
            await RecordAsync("strelsau", "1950-01-01", "1960-01-01");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_polity_has_its_existence_what_held_of_the_kind_and_the_address_of_its_whole_state()
    {
        var states = (await AskAsync("/states?on=1955-06-01&kind=recognition-by"))["items"]!.AsArray();

        states
            .Where(state => state!["polity"]!["id"]!.ToString() != Later)
            .Select(state =>
                $"{state!["polity"]!["id"]} {state["existence"]!["certainty"]} {string.Join(' ', state["entries"]!.AsArray().Select(entry => entry!["party"]!["id"]))}"
            )
            .ShouldBe(["artsakh no-record ", "ruritania certain abkhazia", "strelsau certain "]);
        foreach (var state in states)
        {
            var whole = await AskAsync(state!["state"]!.ToString());
            whole["existence"]!.ToJsonString().ShouldBe(state["existence"]!.ToJsonString());
            whole["entries"]!
                .AsArray()
                .Where(entry => entry!["kind"]!.ToString() == "recognition-by")
                .Select(entry => entry!.ToJsonString())
                .ShouldBe(state["entries"]!.AsArray().Select(entry => entry!.ToJsonString()));
        }
    }

    [Fact]
    public async Task A_party_is_looked_for_in_all_of_them()
    {
        var states = (await AskAsync("/states?on=2020-06-01&party=abkhazia"))["items"]!.AsArray();

        states
            .SelectMany(state => state!["entries"]!.AsArray())
            .Select(entry => entry!["episode"]!.ToString())
            .Where(episode =>
                episode.Contains("/recognition-by/", StringComparison.Ordinal) && !episode.StartsWith(Later, StringComparison.Ordinal)
            )
            .ShouldBe(["artsakh/recognition-by/abkhazia", "ruritania/recognition-by/abkhazia", "strelsau/recognition-by/abkhazia"]);
    }

    [Fact]
    public async Task Pages_lines_and_a_table_tell_the_same()
    {
        var paged = new List<string>();
        for (var address = "/states?on=1955-06-01&kind=recognition-by&limit=1"; address is not null; )
        {
            var page = await AskAsync(address);
            paged.AddRange(page["items"]!.AsArray().Select(state => state!.ToJsonString()));
            address = page["next"]?.ToString();
        }

        var lines = (await TextAsync("/states?on=1955-06-01&kind=recognition-by", "application/x-ndjson"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.ToJsonString());
        lines.ShouldBe(paged);

        var table = (await TextAsync("/states?on=1955-06-01&kind=recognition-by", "text/csv")).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        table[0].ShouldStartWith("on,episode,kind,party,name,statement,certainty,");
        table
            .Skip(1)
            .Select(row => row.Split(',')[1])
            .Where(episode => !episode.StartsWith(Later, StringComparison.Ordinal))
            .ShouldBe(["artsakh/existence", "ruritania/existence", "ruritania/recognition-by/abkhazia", "strelsau/existence"]);
    }

    [Fact]
    public async Task Later_pages_are_as_known_when_the_first_was_given()
    {
        var first = await AskAsync("/states?on=1955-06-01&limit=1");
        var next = first["next"]!.ToString();
        var before = await ledger.GetAsync(next);

        await RecordAsync(Later, "1940-01-01", "1941-01-01");

        (await ledger.GetAsync(next)).ShouldBe(before);
    }

    [Theory]
    [InlineData("/states", "on")]
    [InlineData("/states?on=yesterday", "on")]
    [InlineData("/states?on=2020&kind=nonsense", "kind")]
    [InlineData("/states?on=2020&party=nobody", "party")]
    [InlineData("/states?on=2020&limit=0", "limit")]
    public async Task A_value_that_cannot_be_used_is_refused(string address, string parameter)
    {
        var problem = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.StatusCodeShouldBe(400);
        });
        JsonDocument.Parse(await problem.ReadAsTextAsync()).RootElement.GetProperty("parameter").GetString().ShouldBe(parameter);
    }

    private async Task<JsonNode> AskAsync(string address) => JsonNode.Parse(await ledger.GetAsync(address))!;

    private async Task<string> TextAsync(string address, string accept)
    {
        var answer = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", accept);
        });
        return await answer.ReadAsTextAsync();
    }

    private Task<JsonNode> RecordAsync(string polity, string proclaimed, string recognised) =>
        ledger.Host.RecordAsync(
            $"/batches?batch={polity}/0001-first",
            $$"""
            { "type": "entity-described", "id": "{{polity}}", "kind": "polity", "names": [{ "text": "{{polity}}", "language": "en" }], "reason": "test" }
            { "type": "source-archived", "id": "{{polity}}-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }
            { "type": "state-proclaimed", "id": "{{polity}}-proclaimed", "date": "{{proclaimed}}", "citations": [{ "source": "{{polity}}-gazette", "quote": "words" }] }
            { "type": "recognition-passed", "id": "{{polity}}-recognised", "date": "{{recognised}}", "actor": "abkhazia", "level": "state", "citations": [{ "source": "{{polity}}-gazette", "quote": "more words" }] }
            """,
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );
}
