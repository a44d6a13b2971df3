using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

/// <summary>HTTP refuses what a check of files refuses: what a fact may hold, how large it may be, and what it may not repeat.</summary>
[OnEveryPostgres]
public sealed class OneDoorTests(OneDoorTests.Door ledger) : IClassFixture<OneDoorTests.Door>
{
    private const string Cited = """[{ "source": "door-gazette", "quote": "the words" }]""";

    [Fact]
    public async Task The_same_request_without_an_id_is_recorded_once()
    {
        const string office =
            $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2001", "citations": {{Cited}} }""";
        var id = (await ledger.Host.RecordAsync("/facts", office, Tokens.OfContributor))["id"]!.ToString();

        (await ledger.Host.RefuseAsync(409, "already-recorded", "/facts", office, Tokens.OfContributor))["detail"]!
            .ToString()
            .ShouldContain($"'{id}'");
        await ledger.Host.RefuseAsync(
            409,
            "already-recorded",
            "/facts",
            office.Replace("{ \"type\"", "{ \"id\": \"another-id\", \"note\": \"said otherwise\", \"type\"", StringComparison.Ordinal),
            Tokens.OfContributor
        );
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_is_recorded_once()
    {
        const string office =
            $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2002", "citations": {{Cited}} }""";

        var statuses = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ =>
                {
                    using var result = await ledger.Host.SendAsync("/facts", office, Tokens.OfContributor);
                    return (int)result.StatusCode;
                })
        );

        statuses.Count(status => status == 201).ShouldBe(1);
        statuses.ShouldAllBe(status => status == 201 || status == 409);
    }

    [Theory]
    [InlineData(""" "date": "2003", "quote": "other words" """)]
    [InlineData(""" "date": "2003-04", "quote": "the words" """)]
    [InlineData(""" "date": "2002/2004", "quote": "the words" """)]
    public async Task Another_date_or_passage_is_another_fact(string other)
    {
        const string office =
            $$"""{ "type": "office-attested", "polity": "artsakh", "city": "doorville", "date": "2003", "citations": {{Cited}} }""";
        using var first = await ledger.Host.SendAsync("/facts", office, Tokens.OfContributor);
        ((int)first.StatusCode).ShouldBeOneOf(201, 409);
        var said = JsonNode.Parse($"{{{other}}}")!;

        await ledger.Host.RecordAsync(
            "/facts",
            $$"""{ "type": "office-attested", "polity": "artsakh", "city": "doorville", "date": "{{said["date"]}}", "citations": [{ "source": "door-gazette", "quote": "{{said["quote"]}}" }] }""",
            Tokens.OfContributor
        );
    }

    [Fact]
    public async Task What_is_retracted_may_be_recorded_again_and_then_not_be_brought_back()
    {
        const string office =
            $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2005", "citations": {{Cited}} }""";
        var id = (await ledger.Host.RecordAsync("/facts", office, Tokens.OfContributor))["id"]!.ToString();
        await ledger.Host.ChangeAsync(id, "retractions", """{ "reason": "test" }""");
        await ledger.Host.RecordAsync("/facts", office, Tokens.OfContributor);

        await ledger.Host.RefuseAsync(
            409,
            "already-recorded",
            $"/facts/{id}/reinstatements",
            """{ "reason": "test" }""",
            Tokens.OfEditor,
            ("If-Match", "*")
        );
    }

    [Fact]
    public async Task A_batch_may_retract_a_fact_and_say_it_anew()
    {
        const string office =
            $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2006", "citations": {{Cited}} }""";
        var id = (await ledger.Host.RecordAsync("/facts", office, Tokens.OfContributor))["id"]!.ToString();

        using var result = await ledger.Host.SendAsync(
            "/batches?batch=artsakh/0200-anew",
            $$"""
            { "id": "door-out", "type": "fact-retracted", "fact": "{{id}}", "reason": "test" }
            { "id": "door-anew", "type": "office-opened", "city": "doorville", "date": "2006", "citations": {{Cited}} }
            """,
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );

        ((int)result.StatusCode).ShouldBe(201, await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/batches?batch=artsakh/0201-name%0A", "parameter")]
    [InlineData("/batches?batch=nowhere/0201-name", "parameter")]
    public async Task A_batch_has_a_valid_name_and_a_polity_that_is_described(string address, string of)
    {
        using var result = await ledger.Host.SendAsync(
            address,
            """{ "type": "entity-described", "id": "door-person", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "test" }""",
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson")
        );

        (await result.ShouldBeProblemAsync(400, "invalid-parameter"))[of]!.ToString().ShouldBe("batch");
    }

    [Theory]
    [InlineData(
        "/entities",
        """{ "id": "door-x", "kind": "person", "names": [{ "text": "A", "language": "en\n" }], "reason": "x" }""",
        "/names/0/language"
    )]
    [InlineData(
        "/sources",
        """{ "id": "door-y", "csl": { "title": "T" }, "snapshots": [{ "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "length": 5 }], "reason": "x" }""",
        "/snapshots/0/sha256"
    )]
    [InlineData(
        "/facts",
        $$"""{ "type": "capacity-changed", "polity": "artsakh", "person": "arkadi-ghukasyan", "capacity": " ", "date": "1995", "citations": {{Cited}} }""",
        "/capacity"
    )]
    [InlineData(
        "/facts",
        $$"""{ "type": "name-adopted", "polity": "artsakh", "name": "", "date": "1995", "citations": {{Cited}} }""",
        "/name"
    )]
    [InlineData(
        "/facts",
        $$"""{ "type": "membership-began", "polity": "artsakh", "organisation": "conifa", "term": 0, "date": "1995", "citations": {{Cited}} }""",
        "/term"
    )]
    public async Task What_the_schema_of_files_forbids_is_refused(string address, string body, string pointer)
    {
        (await ledger.Host.RefuseAsync(422, "invalid-content", address, body, Tokens.OfContributor))["errors"]!
            .AsArray()
            .Select(error => error!["pointer"]!.ToString())
            .ShouldContain(pointer);
    }

    [Theory]
    [InlineData("citations", "/citations")]
    [InlineData("note", "/note")]
    [InlineData("names", "/names")]
    [InlineData("name", "/names/0/text")]
    [InlineData("csl", "/csl")]
    [InlineData("deep", "/csl")]
    [InlineData("passages", "/snapshots/0/passages")]
    public async Task Whatever_can_grow_has_a_limit(string what, string pointer)
    {
        var manyNames = string.Join(',', Enumerable.Range(0, 201).Select(i => $$"""{ "text": "A{{i}}", "language": "en" }"""));
        var manyCitations = string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{ "source": "door-gazette", "quote": "q{{i}}" }"""));
        var passages = string.Join(
            ',',
            Enumerable.Range(0, 20_001).Select(i => $$"""{ "start": {{i}}, "length": 1, "sha256": "{{new string('a', 64)}}" }""")
        );
        var deep = string.Concat(Enumerable.Repeat("""{ "a": """, 9)) + "1" + new string('}', 9);
        var (address, body) = what switch
        {
            "citations" => (
                "/facts",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2020", "citations": [{{manyCitations}}] }"""
            ),
            "note" => (
                "/facts",
                $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2020", "note": "{{new string('n', 10_001)}}", "citations": {{Cited}} }"""
            ),
            "names" => ("/entities", $$"""{ "id": "door-z", "kind": "person", "names": [{{manyNames}}], "reason": "x" }"""),
            "name" => (
                "/entities",
                $$"""{ "id": "door-z", "kind": "person", "names": [{ "text": "{{new string('a', 501)}}", "language": "en" }], "reason": "x" }"""
            ),
            "csl" => (
                "/sources",
                $$"""{ "id": "door-w", "csl": { "title": "T", "abstract": "{{new string('a', 9000)}}", "annote": "{{new string('a', 9000)}}", "keyword": "{{new string('a', 9000)}}" }, "excerptOnly": true, "reason": "x" }"""
            ),
            "deep" => ("/sources", $$"""{ "id": "door-w", "csl": { "title": "T", "x": {{deep}} }, "excerptOnly": true, "reason": "x" }"""),
            _ => (
                "/sources",
                $$"""{ "id": "door-w", "csl": { "title": "T" }, "snapshots": [{ "sha256": "{{new string('b', 64)}}", "length": 30000, "passages": [{{passages}}] }], "reason": "x" }"""
            ),
        };

        using var result = await ledger.Host.SendAsync(address, body, Tokens.OfContributor);

        if (what == "passages" && (int)result.StatusCode == 413)
        {
            return; // the body itself is too large
        }

        (await result.ShouldBeProblemAsync(422, "invalid-content"))["errors"]!
            .AsArray()
            .Select(error => error!["pointer"]!.ToString())
            .ShouldContain(pointer);
    }

    [Fact]
    public async Task A_text_of_too_many_passages_is_not_archived()
    {
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "door-lines", "csl": { "title": "Lines" }, "reason": "test" }""",
            Tokens.OfContributor
        );
        var head = await ledger.Host.HeadAsync();
        var text = string.Join("\n", Enumerable.Range(0, 20_001).Select(i => $"Line {i}."));

        using var result = await ledger.Host.SendAsync(
            "/sources/door-lines/snapshots",
            Encoding.UTF8.GetBytes(text),
            Tokens.OfContributor,
            ("Content-Type", "text/plain")
        );

        await result.ShouldBeProblemAsync(422, "too-many-passages");
        (await ledger.Host.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_quote_that_the_digest_of_its_passage_disproves_is_refused_also_without_the_text()
    {
        const string passage = "It was recognised in 1992.";
        await ledger.Host.RecordAsync(
            "/sources",
            $$"""
            { "id": "door-digests", "csl": { "title": "Digests" }, "reason": "test",
              "snapshots": [{ "sha256": "{{new string('c', 64)}}", "length": 100,
                "passages": [{ "start": 10, "length": {{passage.Length}}, "sha256": "{{Sources.ArchiveFixture.Sha256Of(passage)}}" }] }] }
            """,
            Tokens.OfContributor
        );

        string Office(string quote) =>
            $$"""{ "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2021", "citations": [{ "source": "door-digests", "quote": "{{quote}}", "start": 10, "end": {{10 + passage.Length}} }] }""";
        (await ledger.Host.RefuseAsync(422, "invalid-content", "/facts", Office("It was recognised in 1993."), Tokens.OfContributor))[
            "errors"
        ]![0]!["message"]!
            .ToString()
            .ShouldContain("by its digest");
        await ledger.Host.RecordAsync("/facts", Office(passage), Tokens.OfContributor);
    }

    [Fact]
    public async Task A_retracted_source_still_answers_and_the_facts_that_cite_it_still_verify()
    {
        await ledger.Host.RecordAsync(
            "/sources",
            """{ "id": "door-gone", "csl": { "title": "Gone" }, "reason": "test" }""",
            Tokens.OfContributor
        );
        using var archived = await ledger.Host.SendAsync(
            "/sources/door-gone/snapshots",
            "An office opened in Doorville in 2011."u8.ToArray(),
            Tokens.OfContributor,
            ("Content-Type", "text/plain")
        );
        ((int)archived.StatusCode).ShouldBe(201);
        await ledger.Host.RecordAsync(
            "/facts",
            """{ "id": "door-2011", "type": "office-opened", "polity": "artsakh", "city": "doorville", "date": "2011", "citations": [{ "source": "door-gone", "quote": "An office opened in Doorville" }] }""",
            Tokens.OfContributor
        );
        await ledger.Host.ChangeAsync("source-door-gone", "retractions", """{ "reason": "test" }""");

        var source = await ledger.Host.QueryAsync("/sources/door-gone");
        source["retracted"]!.GetValue<bool>().ShouldBeTrue();
        source["facts"]!.GetValue<int>().ShouldBe(1);
        (await ledger.Host.QueryAsync("/sources?limit=500"))["items"]!
            .AsArray()
            .Select(listed => listed!["id"]!.ToString())
            .ShouldNotContain("door-gone");
        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "verify");
        exitCode.ShouldBe(0, output);
    }

    /// <summary>The real record, with a town and a source of its own.</summary>
    public sealed class Door(PostgresServer server) : IAsyncLifetime
    {
        private readonly LedgerFixture ledger = new(server);

        public Alba.IAlbaHost Host => ledger.Host;

        public string ConnectionString => ledger.ConnectionString;

        public async ValueTask InitializeAsync()
        {
            await ledger.InitializeAsync();
            await Host.RecordAsync(
                "/entities",
                """{ "id": "doorville", "kind": "municipality", "names": [{ "text": "Doorville", "language": "en" }], "reason": "test" }""",
                Tokens.OfContributor
            );
            await Host.RecordAsync(
                "/sources",
                """{ "id": "door-gazette", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""",
                Tokens.OfContributor
            );
        }

        public ValueTask DisposeAsync() => ledger.DisposeAsync();
    }
}
