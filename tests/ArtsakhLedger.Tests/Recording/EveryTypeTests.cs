using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alba;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using ArtsakhLedger.Vocabulary;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>Every type of fact from its form to its page: it is recorded, said in a sentence on its page, and found by its kind.</summary>
[OnEveryPostgres]
public sealed class EveryTypeTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Schemas = FactSchemas.OfRequests();

    private static readonly Dictionary<string, string> KindsOfFields = new()
    {
        ["person"] = "person",
        ["representative"] = "person",
        ["city"] = "municipality",
        ["place"] = "municipality",
        ["town"] = "municipality",
        ["partner"] = "municipality",
        ["institution"] = "institution",
        ["organisation"] = "organisation",
        ["convention"] = "convention",
        ["tournament"] = "tournament",
        ["territory"] = "sub-national",
        ["chamber"] = "chamber",
    };

    [Fact]
    public async Task Every_type_is_recorded_said_on_its_page_and_found_by_its_kind()
    {
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "every-type-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfEditor,
            ("Idempotency-Key", "\"every-type-gazette\"")
        );
        var types = FactSchemas
            .KindsIn(Schemas)
            .Where(type => !FactType.Named(type)!.IsAboutTheRecord && type is not ("completeness-stated" or "disagreement-noted"));
        foreach (var type in types)
        {
            var example = Schemas[type]["examples"]![0]!.DeepClone().AsObject();
            var id = $"every-type-{type}";
            example["id"] = id;
            example["citations"] = new JsonArray(new JsonObject { ["source"] = "every-type-gazette", ["quote"] = "words" });
            await DescribeAsync(example);
            await ledger.Host.RecordAsync("/facts", example.ToJsonString(), Tokens.OfEditor, ("Idempotency-Key", $"\"{id}\""));

            var said = (await AllAsync($"/polities/artsakh/timeline?kind={type}&limit=500"))
                .Where(item => Text(item, "fact") == id)
                .ShouldHaveSingleItem(type);
            (await PageAsync($"/facts/{id}")).ShouldContain(Text(said, "statement"), customMessage: type);
            (await PageAsync($"/contribute?type={type}")).ShouldContain($"value=\"{type}\"", customMessage: type);
            foreach (var episode in said.GetProperty("episodes").EnumerateArray().Select(one => one.GetString()!))
            {
                var kind = episode.Split('/')[1];
                (await PageAsync($"/episodes/{episode}")).ShouldContain($"/facts/{id}", customMessage: episode);
                (await AllAsync($"/facts?kind={kind}&type={type}&limit=500")).Select(item => Text(item, "id")).ShouldContain(id);
                (await AllAsync($"/polities/artsakh/timeline?kind={kind}&limit=500")).Select(item => Text(item, "fact")).ShouldContain(id);
                if (kind != "existence")
                {
                    (await ledger.QueryAsync($"/polities/artsakh/state?on=2000/2015&kind={kind}"))
                        .GetProperty("entries")
                        .EnumerateArray()
                        .ShouldAllBe(entry => Text(entry, "kind") == kind);
                }
            }
        }
    }

    [Fact]
    public async Task A_post_that_is_described_is_a_kind_of_its_own_with_its_name_as_the_heading()
    {
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "posts-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfEditor,
            ("Idempotency-Key", "\"posts-gazette\"")
        );
        await ledger.Host.RecordAsync(
            "/entities",
            """{ "id": "minister-of-posts", "kind": "post", "names": [{ "text": "minister of posts and telegraphs", "language": "en" }], "seats": 2, "reason": "test" }""",
            Tokens.OfEditor,
            ("Idempotency-Key", "\"minister-of-posts\"")
        );
        foreach (var (id, person) in new[] { ("minister-of-posts-1", "arman-melikyan"), ("minister-of-posts-2", "naira-melkumian") })
        {
            await ledger.Host.RecordAsync(
                "/facts",
                $$"""
                { "id": "{{id}}", "type": "minister-appointed", "polity": "artsakh", "date": "2000-01-01/2010-01-01", "person": "{{person}}", "post": "minister-of-posts",
                  "citations": [{ "source": "posts-gazette", "quote": "words" }] }
                """,
                Tokens.OfEditor,
                ("Idempotency-Key", $"\"{id}\"")
            );
        }

        var state = await ledger.QueryAsync("/polities/artsakh/state?on=2005-06-01&kind=minister-of-posts");
        state
            .GetProperty("entries")
            .EnumerateArray()
            .Select(entry => Text(entry, "episode"))
            .ShouldBe(["artsakh/minister-of-posts/arman-melikyan", "artsakh/minister-of-posts/naira-melkumian"]);
        state.GetProperty("entries")[0].GetProperty("statement").GetString().ShouldEndWith("was minister of posts and telegraphs");
        (await PageAsync("/polities/artsakh/state?on=2005-06-01")).ShouldContain(
            "kind=minister-of-posts\">Minister of posts and telegraphs</a>"
        );
        var timeline = await PageAsync("/polities/artsakh/timeline?kind=minister-of-posts");
        timeline.ShouldMatch(">[^<]*Minister of posts and telegraphs[^<]*</text>");
        timeline.ShouldNotContain("[U+2068]");
        (await PageAsync("/episodes/artsakh/minister-of-posts/arman-melikyan")).ShouldContain(", minister of posts and telegraphs: ");
        (await PageAsync("/polities/artsakh/state?on=2005-06-01&kind=minister-of-posts")).ShouldMatch(
            "<details open[^>]*>\\s*<summary>Other posts"
        );

        // On a day before the first that a source attests, the post has its name too.
        await ledger.Host.RecordAsync(
            "/facts",
            """
            { "id": "minister-of-posts-3", "type": "minister-attested", "polity": "artsakh", "date": "2015", "person": "david-babayan", "post": "minister-of-posts",
              "citations": [{ "source": "posts-gazette", "quote": "words" }] }
            """,
            Tokens.OfEditor,
            ("Idempotency-Key", "\"minister-of-posts-3\"")
        );
        (await ledger.QueryAsync("/polities/artsakh/state?on=2012-06-01&kind=minister-of-posts"))
            .GetProperty("entries")
            .EnumerateArray()
            .Select(entry => Text(entry, "statement"))
            .ShouldBe(["David Babayan was minister of posts and telegraphs"]);
        var none = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/polities/artsakh/state?on=2005&kind=no-such-post");
            scenario.StatusCodeShouldBe(400);
        });
        (await none.ReadAsTextAsync()).ShouldContain("or the id of a post");
    }

    [Fact]
    public async Task An_entity_is_found_by_what_an_authority_calls_it_and_two_cannot_be_called_the_same()
    {
        await ledger.Host.RecordAsync(
            "/entities",
            """
            { "id": "china-of-the-test", "kind": "polity", "names": [{ "text": "China", "language": "en", "inText": "China" }],
              "identifiers": [{ "scheme": "wikidata", "value": "Q148" }, { "scheme": "iso3166", "value": "CN" }], "coordinates": { "latitude": 39.9, "longitude": 116.4 }, "reason": "test" }
            """,
            Tokens.OfEditor,
            ("Idempotency-Key", "\"china\"")
        );

        (await AllAsync("/entities?identifier=wikidata:Q148")).Select(item => Text(item, "id")).ShouldBe(["china-of-the-test"]);
        (await AllAsync("/entities?identifier=wikidata:Q149")).ShouldBeEmpty();
        (await PageAsync("/entities/china-of-the-test")).ShouldContain("https://www.wikidata.org/wiki/Q148");
        foreach (var wrong in new[] { "Q148", "wikidata:148", "nothing:1", "wikidata:Q148&q=china" })
        {
            await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url($"/entities?identifier={wrong}");
                scenario.StatusCodeShouldBe(400);
            });
        }

        string[] refused =
        [
            """ "identifiers": [{ "scheme": "wikidata", "value": "Q148" }] """,
            """ "identifiers": [{ "scheme": "wikidata", "value": "148" }] """,
            """ "coordinates": { "latitude": 91, "longitude": 0 } """,
            """ "seats": 2 """,
        ];
        foreach (var fields in refused)
        {
            await ledger.Host.RefuseAsync(
                422,
                "invalid-content",
                "/entities",
                $$"""{ "id": "another-china", "kind": "polity", "names": [{ "text": "China", "language": "en" }], {{fields}}, "reason": "test" }""",
                Tokens.OfEditor,
                ("Idempotency-Key", $"\"{fields.GetHashCode(StringComparison.Ordinal)}\"")
            );
        }
    }

    private async Task DescribeAsync(JsonObject example)
    {
        var named = FactReader.ForJson.ReadFact(example.DeepClone().AsObject(), []).ShouldNotBeNull().Parties();
        foreach (var entity in named.SelectMany(party => party.Id is { } id ? [id] : party.MayBe).Distinct())
        {
            if (KnownPost.Named(entity) is not null || await IsDescribedAsync(entity))
            {
                continue;
            }

            var field = example
                .FirstOrDefault(member => member.Value?.ToJsonString().Contains($"\"{entity}\"", StringComparison.Ordinal) is true)
                .Key;
            var kind = KindsOfFields.GetValueOrDefault(field ?? "", "polity");
            await ledger.Host.RecordAsync(
                "/entities",
                $$"""{ "id": "{{entity}}", "kind": "{{kind}}", "names": [{ "text": "{{entity}}", "language": "en" }], "reason": "test" }""",
                Tokens.OfEditor,
                ("Idempotency-Key", $"\"describe-{entity}\"")
            );
        }
    }

    private async Task<bool> IsDescribedAsync(string entity)
    {
        using var client = ledger.Host.Server.CreateClient();
        using var answer = await client.GetAsync($"/entities/{entity}", TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<string> PageAsync(string address)
    {
        var page = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url(address);
            scenario.WithRequestHeader("Accept", "text/html");
            scenario.StatusCodeShouldBeOk();
        });
        return WebUtility
            .HtmlDecode(await page.ReadAsTextAsync())
            .Replace("<bdi>", "", StringComparison.Ordinal)
            .Replace("</bdi>", "", StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> AllAsync(string address) =>
        [.. (await ledger.QueryAsync(address)).GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement item, string field) => item.GetProperty(field).GetString()!;
}
