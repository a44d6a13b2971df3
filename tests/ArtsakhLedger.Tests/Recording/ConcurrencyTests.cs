using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>Versions that changes are made of, and requests that are sent again.</summary>
[OnEveryPostgres]
public sealed class ConcurrencyTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Of_two_editors_who_saw_the_same_version_one_wins_and_the_other_is_told()
    {
        await DescribeAsync("fought-over");
        var seen = ("If-Match", await ledger.Host.TagAsync("/facts/entity-fought-over"));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    ledger.Host.SendAsync(
                        "/facts/entity-fought-over/retractions",
                        $$"""{ "reason": "editor {{i}}" }""",
                        Tokens.OfEditor,
                        seen
                    )
                )
        );

        answers.Count(answer => (int)answer.StatusCode == 201).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 412).ShouldBe(7);
    }

    [Fact]
    public async Task A_change_names_any_version_or_the_one_that_its_answer_gave()
    {
        await DescribeAsync("changed-twice");
        var first = await ledger.Host.RecordAsync(
            "/facts/entity-changed-twice/retractions",
            """{ "reason": "x" }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );
        await ledger.Host.RecordAsync(
            "/facts/entity-changed-twice/reinstatements",
            """{ "reason": "x" }""",
            Tokens.OfEditor,
            ("If-Match", first["fact"]!["etag"]!.ToString())
        );

        await ledger.Host.RefuseAsync(
            412,
            "version-outdated",
            "/facts/entity-changed-twice/retractions",
            """{ "reason": "x" }""",
            Tokens.OfEditor,
            ("If-Match", first["fact"]!["etag"]!.ToString())
        );
    }

    [Fact]
    public async Task What_is_retracted_is_neither_corrected_nor_retracted_and_what_stands_is_not_reinstated()
    {
        await DescribeAsync("out");
        await ledger.Host.RefuseAsync(
            409,
            "conflict",
            "/facts/entity-out/reinstatements",
            """{ "reason": "x" }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );
        await ledger.Host.RecordAsync("/facts/entity-out/retractions", """{ "reason": "x" }""", Tokens.OfEditor, ("If-Match", "*"));

        await ledger.Host.RefuseAsync(
            409,
            "conflict",
            "/facts/entity-out/retractions",
            """{ "reason": "x" }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );
        await ledger.Host.RefuseAsync(
            409,
            "conflict",
            "/entities/out/corrections",
            """{ "reason": "x", "content": { "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" } }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );
    }

    [Fact]
    public async Task The_same_request_sent_again_appends_nothing_and_gets_the_first_answer()
    {
        const string body = """{ "id": "sent-twice", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""";
        using var first = await ledger.Host.SendAsync("/entities", body, Tokens.OfContributor, ("Idempotency-Key", "\"key-1\""));
        await DescribeAsync("in-between");
        var head = await ledger.Host.HeadAsync();
        using var again = await ledger.Host.SendAsync("/entities", body, Tokens.OfContributor, ("Idempotency-Key", "\"key-1\""));

        ((int)again.StatusCode).ShouldBe(201);
        (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        (await ledger.Host.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_author()
    {
        await DescribeAsync("keyed", ("Idempotency-Key", "\"key-2\""));

        await ledger.Host.RefuseAsync(422, "key-reused", "/entities", "{}", Tokens.OfContributor, ("Idempotency-Key", "\"key-2\""));
        await ledger.Host.RefuseAsync(
            422,
            "invalid-content",
            "/entities",
            "{}",
            Tokens.Of("contributor", "another"),
            ("Idempotency-Key", "\"key-2\"")
        );
    }

    [Theory]
    [InlineData("bare")]
    [InlineData("\"\"")]
    [InlineData("\"a\"b\"")]
    public async Task A_key_is_a_quoted_string(string key) =>
        await ledger.Host.RefuseAsync(400, "invalid-key", "/entities", "{}", Tokens.OfContributor, ("Idempotency-Key", key));

    [Fact]
    public async Task Of_many_that_are_sent_at_once_under_one_key_only_one_appends()
    {
        var before = await ledger.Host.HeadAsync();
        const string body = """{ "kind": "person", "id": "sent-at-once", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""";

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => ledger.Host.SendAsync("/entities", body, Tokens.OfContributor, ("Idempotency-Key", "\"key-3\"")))
        );

        answers.ShouldAllBe(answer => (int)answer.StatusCode == 201 || (int)answer.StatusCode == 409);
        answers.ShouldContain(answer => (int)answer.StatusCode == 201);
        (await ledger.Host.HeadAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Facts_without_an_id_that_come_at_once_each_get_one_of_their_own()
    {
        await ledger.Host.RecordAsync(
            "/entities",
            """{ "id": "crowdville", "kind": "municipality", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
            Tokens.OfContributor
        );
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "crowd", "csl": { "title": "Crowd" }, "excerptOnly": true, "reason": "x" }""",
            Tokens.OfContributor
        );
        static string Body(int i) =>
            $$"""{ "type": "office-attested", "polity": "artsakh", "city": "crowdville", "date": "2012", "citations": [{ "source": "crowd", "quote": "x{{i}}" }] }""";

        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async i => (await ledger.Host.RecordAsync("/facts", Body(i), Tokens.OfContributor))["id"]!.ToString())
        );

        ids.Distinct().Count().ShouldBe(6);
        ids.ShouldAllBe(id => id.StartsWith("crowdville-office-attested-2012"));
    }

    private Task<JsonNode> DescribeAsync(string id, params (string Name, string Value)[] headers) =>
        ledger.Host.RecordAsync(
            "/entities",
            $$"""{ "id": "{{id}}", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
            Tokens.OfContributor,
            headers
        );
}
