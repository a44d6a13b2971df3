using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Entities;

/// <summary>Two ids are the same entity: what may be said so, by whom, and that requests at once cannot say together what none may say alone.</summary>
[OnEveryPostgres]
public sealed class IdentificationTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task A_cycle_cannot_be_closed_by_requests_at_once()
    {
        await DescribeAsync("person", "ring-a", "ring-b", "ring-c");

        var statuses = await AtOnceAsync(("ring-a", "ring-b"), ("ring-b", "ring-c"), ("ring-c", "ring-a"));

        statuses.Count(status => status == 201).ShouldBeLessThan(3);
        statuses.ShouldAllBe(status => status == 201 || status == 422 || status == 409);
        (await QueryAsync("/entities/ring-a"))["id"].ShouldNotBeNull();
    }

    [Fact]
    public async Task An_entity_is_merged_into_one_other_only()
    {
        await DescribeAsync("person", "fork-a", "fork-b", "fork-c");

        var statuses = await AtOnceAsync(("fork-a", "fork-b"), ("fork-a", "fork-c"));

        statuses.Order().ShouldBe([201, 422]);
    }

    [Fact]
    public async Task A_retracted_identification_is_not_brought_back_into_a_cycle()
    {
        await DescribeAsync("person", "back-a", "back-b");
        var id = await IdentifyAsync("back-a", "back-b");
        await ledger.Host.ChangeAsync(id, "retractions", """{ "reason": "test" }""");
        await IdentifyAsync("back-b", "back-a");

        var problem = await ledger.Host.RefuseAsync(
            409,
            "conflict",
            $"/facts/{id}/reinstatements",
            """{ "reason": "test" }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );

        problem["detail"]!.ToString().ShouldContain("into itself");
    }

    [Fact]
    public async Task Only_two_of_one_kind_are_the_same_and_a_kind_does_not_change_under_an_identification()
    {
        await DescribeAsync("person", "kind-person", "kind-person-too");
        await DescribeAsync("municipality", "kind-town");

        Message(await RefuseAsync("kind-person", "kind-town")).ShouldContain("only two of the same kind");
        await IdentifyAsync("kind-person", "kind-person-too");
        var problem = await ledger.Host.RefuseAsync(
            409,
            "conflict",
            "/entities/kind-person/corrections",
            """{ "reason": "test", "content": { "kind": "party", "names": [{ "text": "A", "language": "en" }], "reason": "test" } }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );
        problem["detail"]!.ToString().ShouldContain("only two of the same kind");
    }

    [Fact]
    public async Task A_polity_with_facts_is_never_merged_and_stays_open_to_facts()
    {
        await DescribeAsync("polity", "pretender");

        Message(await RefuseAsync("artsakh", "pretender")).ShouldContain("cannot be merged");
        Message(await RefuseAsync("pretender", "artsakh")).ShouldContain("cannot be merged");
        (await QueryAsync("/polities/artsakh/state?on=2006-06-01"))["polity"]!["id"]!.ToString().ShouldBe("artsakh");
    }

    [Fact]
    public async Task It_is_an_act_of_editors_and_a_dry_run_tells_what_flips()
    {
        await DescribeAsync("municipality", "dry-town", "dry-town-too");
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "dry-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfContributor
        );
        await ledger.Host.RecordAsync(
            "/facts",
            """{ "id": "dry-office", "type": "office-opened", "polity": "artsakh", "city": "dry-town", "date": "2012-05-05", "citations": [{ "source": "dry-gazette", "quote": "words" }] }""",
            Tokens.OfContributor
        );
        const string identity =
            """{ "type": "entities-identified", "entity": "dry-town", "sameAs": "dry-town-too", "citations": [{ "source": "dry-gazette", "quote": "also called" }] }""";

        await ledger.Host.RefuseAsync(403, "role-missing", "/facts", identity, Tokens.OfContributor);
        using var dry = await ledger.Host.SendAsync("/facts?dry-run=true", identity, Tokens.OfEditor);

        var text = await dry.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)dry.StatusCode).ShouldBe(200, text);
        JsonNode.Parse(text)!["flips"]!
            .AsArray()
            .Select(flip => flip!["episode"]!.ToString())
            .Distinct()
            .ShouldBe(["artsakh/office/dry-town", "artsakh/office/dry-town-too"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_fact_is_one_act_with_one_other_only_also_when_requests_come_at_once()
    {
        await DescribeAsync("municipality", "act-town");
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "act-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfContributor
        );
        foreach (var id in new[] { "act-one", "act-two", "act-three" })
        {
            await ledger.Host.RecordAsync(
                "/facts",
                $$"""{ "id": "{{id}}", "type": "office-opened", "polity": "artsakh", "city": "act-town", "date": "2012", "citations": [{ "source": "act-gazette", "quote": "{{id}}" }] }""",
                Tokens.OfContributor
            );
        }

        var statuses = await Task.WhenAll(
            new[] { ("act-one", "act-two"), ("act-two", "act-three"), ("act-three", "act-one") }.Select(async pair =>
            {
                using var result = await ledger.Host.SendAsync(
                    $"/facts/{pair.Item1}/identifications",
                    $$"""{ "same": "{{pair.Item2}}", "reason": "test" }""",
                    Tokens.OfEditor
                );
                return (int)result.StatusCode;
            })
        );

        statuses.Count(status => status == 201).ShouldBeInRange(1, 2);
        statuses.ShouldAllBe(status => status == 201 || status == 422 || status == 409);
    }

    [Fact]
    public async Task Two_sources_cannot_both_become_copies_of_the_other()
    {
        foreach (var id in new[] { "copy-one", "copy-two" })
        {
            await ledger.Host.RecordAsync(
                "/sources",
                $$"""{ "id": "{{id}}", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""",
                Tokens.OfContributor
            );
        }

        var statuses = await Task.WhenAll(
            new[] { ("copy-one", "copy-two"), ("copy-two", "copy-one") }.Select(async pair =>
            {
                using var result = await ledger.Host.SendAsync(
                    $"/sources/{pair.Item1}/assessments",
                    $$"""{ "standing": "copy", "copyOf": "{{pair.Item2}}", "reason": "test" }""",
                    Tokens.OfEditor
                );
                return (int)result.StatusCode;
            })
        );

        statuses.Order().ShouldBe([201, 422]);
    }

    private async Task<int[]> AtOnceAsync(params (string Entity, string SameAs)[] pairs) =>
        await Task.WhenAll(
            pairs.Select(async pair =>
            {
                using var result = await ledger.Host.SendAsync("/facts", Body(pair.Entity, pair.SameAs), Tokens.OfEditor);
                return (int)result.StatusCode;
            })
        );

    private async Task<string> IdentifyAsync(string entity, string sameAs) =>
        (await ledger.Host.RecordAsync("/facts", Body(entity, sameAs), Tokens.OfEditor))["id"]!.ToString();

    private Task<JsonNode> RefuseAsync(string entity, string sameAs) =>
        ledger.Host.RefuseAsync(422, "invalid-content", "/facts", Body(entity, sameAs), Tokens.OfEditor);

    private static string Message(JsonNode problem) => problem["errors"]![0]!["message"]!.ToString();

    private static string Body(string entity, string sameAs) =>
        $$"""{ "type": "entities-identified", "entity": "{{entity}}", "sameAs": "{{sameAs}}", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "also called" }] }""";

    private Task<JsonNode> QueryAsync(string address) => ledger.Host.QueryAsync(address);

    private async Task DescribeAsync(string kind, params string[] ids)
    {
        foreach (var id in ids)
        {
            await ledger.Host.RecordAsync(
                "/entities",
                $$"""{ "id": "{{id}}", "kind": "{{kind}}", "names": [{ "text": "A", "language": "en" }], "reason": "test" }""",
                Tokens.OfContributor
            );
        }
    }
}
