using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Batches;

/// <summary>A batch over HTTP: one entry a line, all of it or nothing.</summary>
[OnEveryPostgres]
public sealed class RecordBatchTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private const string Quote = "opened an office in the town";

    private static readonly (string, string) Lines = ("Content-Type", "application/x-ndjson");

    [Fact]
    public async Task A_batch_of_a_new_polity_is_recorded_whole_and_known_by_its_name()
    {
        var before = await ledger.Host.HeadAsync();

        using var result = await SendAsync(
            "ruritania/0001-first",
            Polity("ruritania"),
            Entity("zenda", "municipality"),
            Source("first-gazette"),
            "",
            $$"""{ "id": "zenda-office", "type": "office-opened", "date": "1894-05-01", "city": "zenda", "citations": [{ "source": "first-gazette", "quote": "{{Quote}}" }] }""",
            """{ "id": "zenda-office-retracted", "type": "fact-retracted", "fact": "zenda-office", "reason": "an example" }""",
            """{ "id": "zenda-names", "type": "fact-corrected", "fact": "entity-zenda", "reason": "an example", "content": { "type": "entity-described", "entity": "zenda", "kind": "municipality", "names": [{ "text": "Zenda Town", "language": "en" }], "reason": "an example" } }"""
        );
        var answer = JsonNode.Parse(await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        ((int)result.StatusCode).ShouldBe(201, answer.ToJsonString());
        result.Headers.Location!.ToString().ShouldBe("/facts?batch=ruritania%2F0001-first");
        answer["first"]!.GetValue<long>().ShouldBe(before + 1);
        answer["last"]!.GetValue<long>().ShouldBe(before + 6);
        answer["entries"]!
            .AsArray()
            .Select(entry => (entry!["id"]!.ToString(), entry["position"]!.GetValue<long>()))
            .ShouldBe(
                new[]
                {
                    "entity-ruritania",
                    "entity-zenda",
                    "source-first-gazette",
                    "zenda-office",
                    "zenda-office-retracted",
                    "zenda-names",
                }.Select((id, i) => (id, before + i + 1))
            );
        (await ledger.Host.HeadAsync()).ShouldBe(before + 6);
        (await ledger.Host.QueryAsync(result.Headers.Location.ToString()))["items"]!.AsArray().Count.ShouldBe(5, "one is retracted");
        (await ledger.Host.QueryAsync("/facts/zenda-office"))["polity"]!.ToString().ShouldBe("ruritania");
        (await ledger.Host.QueryAsync("/facts/zenda-office"))["author"]!["name"]!.ToString().ShouldBe("Reading Room");
        (await ledger.Host.QueryAsync("/polities/ruritania/state?on=1895&known-at=ruritania/0001-first"))["knownAt"]!["position"]!
            .GetValue<long>()
            .ShouldBe(before + 6);
        TlogProof.Parse(answer["receipt"]!["proof"]!.ToString()).Index.ShouldBe(before + 5);
    }

    [Fact]
    public async Task The_same_batch_again_changes_nothing_and_an_open_batch_takes_more()
    {
        string[] first =
        [
            Polity("freedonia"),
            Entity("sylvania-town", "municipality"),
            Source("second-gazette"),
            Office("freedonia-office", "sylvania-town", "1933"),
        ];
        (await RecordAsync("freedonia/0001-first", first))["entries"]!.AsArray().Count.ShouldBe(4);
        var head = await ledger.Host.HeadAsync();

        using (var again = await SendAsync("freedonia/0001-first", first))
        {
            ((int)again.StatusCode).ShouldBe(200);
            JsonNode.Parse(await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["entries"]!
                .AsArray()
                .ShouldBeEmpty();
        }

        (await ledger.Host.HeadAsync()).ShouldBe(head);
        var more = await RecordAsync(
            "freedonia/0001-first",
            [
                .. first,
                """{ "type": "fact-denied", "fact": "freedonia-office", "citations": [{ "source": "second-gazette", "quote": "no office" }] }""",
            ]
        );
        more["entries"]!.AsArray().Select(entry => entry!["id"]!.ToString()).ShouldBe(["freedonia-office-denied-by-second-gazette"]);
        more["first"]!.GetValue<long>().ShouldBe(head + 1);
        (await ledger.Host.QueryAsync("/polities/freedonia/state?on=1934&known-at=0001-first"))["knownAt"]!["position"]!
            .GetValue<long>()
            .ShouldBe(more["last"]!.GetValue<long>(), "the last of its last part");
    }

    [Fact]
    public async Task An_entry_that_differs_from_what_is_recorded_is_refused_and_to_be_corrected()
    {
        await RecordAsync(
            "syldavia/0001-first",
            Polity("syldavia"),
            Entity("klow", "municipality"),
            Source("third-gazette"),
            Office("klow-office", "klow", "1939")
        );

        var problem = await RefuseAsync(
            409,
            "conflict",
            "syldavia/0002-second",
            Office("klow-office", "klow", "1940"),
            Office("klow-office-2", "klow", "1941")
        );

        Errors(problem).ShouldBe([(1, "/id")]);
        problem["detail"]!.ToString().ShouldContain("append a correction");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_with_line_and_place()
    {
        var problem = await RefuseAsync(
            422,
            "invalid-content",
            "artsakh/0009-wrong",
            """{ "type": "office-open", "city": "yerevan" }""",
            "",
            Entity("new-town", "municipality"),
            """{ "id": "one", "type": "office-opened", "cty": "new-town", "date": "soon" }""",
            """{ "id": "two", "type": "office-opened", "city": "atlantis", "citations": [] }""",
            """{ "id": "three", "type": "office-opened", "city": "new-town", "polity": "abkhazia", "citations": [{ "source": "nowhere", "quote": "x" }] }""",
            """{ "id": "four", "type": "fact-retracted", "fact": "five", "reason": " " }""",
            Entity("new-town", "municipality")
        );

        Errors(problem)
            .ShouldBe(
                [
                    (1, "/type"),
                    (4, "/cty"),
                    (4, "/date"),
                    (4, "/city"),
                    (4, ""),
                    (5, "/city"),
                    (5, ""),
                    (6, "/polity"),
                    (6, "/citations/0/source"),
                    (7, "/reason"),
                    (7, "/fact"),
                    (8, "/id"),
                ],
                ignoreOrder: true
            );
        problem["errors"]!.AsArray().Last()!["message"]!.ToString().ShouldContain("already the id of the entry at line 3");
    }

    public static TheoryData<string, int, string> Unreadable =>
        new()
        {
            { "", 400, "malformed-body" },
            { "\n \r\n\n", 400, "malformed-body" },
            { "{", 400, "malformed-body" },
            { "[]", 400, "malformed-body" },
            { "null", 400, "malformed-body" },
            { "{} {}", 400, "malformed-body" },
            { """{ "type": "a", "type": "b" }""", 400, "malformed-body" },
            { """{ "type": "a\u0000" }""", 422, "invalid-content" },
            { """{ "id": 5, "type": "entity-described" }""", 422, "invalid-content" },
            { """{ "type": {} }""", 422, "invalid-content" },
            { "{}", 422, "invalid-content" },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_entry_a_line_is_refused(string body, int status, string type) =>
        await RefuseAsync(status, type, "artsakh/0009-wrong", body);

    [Fact]
    public async Task A_broken_line_is_named_among_good_ones()
    {
        var problem = await RefuseAsync(
            400,
            "malformed-body",
            "artsakh/0009-wrong",
            Entity("good-town", "municipality"),
            "{ \"type\": ",
            Entity("another-good-town", "municipality")
        );

        Errors(problem).ShouldBe([(2, "")]);
        problem["detail"]!.ToString().ShouldStartWith("Line 2: the line is not valid JSON: byte ");
    }

    [Fact]
    public async Task Lines_that_are_not_UTF_8_and_other_media_types_are_refused()
    {
        var before = await ledger.Host.HeadAsync();
        using var latin = await ledger.Host.SendAsync(
            "/batches?batch=artsakh/0009-wrong",
            Encoding.Latin1.GetBytes($"{Entity("good-town", "municipality")}\n{{ \"note\": \"é\" }}"),
            Tokens.OfEditor,
            Lines
        );
        Errors(await latin.ShouldBeProblemAsync(400, "malformed-body")).ShouldBe([(2, "")]);
        await ledger.Host.RefuseAsync(
            415,
            "not-ndjson",
            "/batches?batch=artsakh/0009-wrong",
            Entity("good-town", "municipality"),
            Tokens.OfEditor
        );
        await ledger.Host.RefuseAsync(
            415,
            "not-ndjson",
            "/batches?batch=artsakh/0009-wrong",
            Entity("good-town", "municipality"),
            Tokens.OfEditor,
            ("Content-Type", "application/x-ndjson; charset=latin1")
        );
        (await ledger.Host.HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_refused()
    {
        var line = Entity("good-town", "municipality") + "\n";
        await RefuseAsync(413, "body-too-large", "artsakh/0009-wrong", new string(' ', BatchBody.LargestBody) + line);
        await RefuseAsync(
            413,
            "too-many-entries",
            "artsakh/0009-wrong",
            string.Concat(Enumerable.Repeat("{}\n", BatchBody.MostEntries + 1))
        );
        (await RefuseAsync(400, "malformed-body", "artsakh/0009-wrong", new string(' ', 1_000_000) + line))["detail"]!
            .ToString()
            .ShouldContain("1000000 are allowed");
    }

    [Fact]
    public async Task Of_very_many_problems_the_first_are_named_and_all_are_counted()
    {
        var problem = await RefuseAsync(422, "invalid-content", "artsakh/0009-wrong", string.Concat(Enumerable.Repeat("{}\n", 2000)));

        problem["detail"]!.ToString().ShouldStartWith("2000 problems;");
        problem["errors"]!.AsArray().Count.ShouldBe(LineProblems.MostNamed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?batch=")]
    [InlineData("?batch=0009-wrong")]
    [InlineData("?batch=artsakh/wrong")]
    [InlineData("?batch=artsakh/0009-Wrong")]
    [InlineData("?batch=artsakh/0009-wrong/more")]
    public async Task A_batch_has_a_name(string query) =>
        (
            await ledger.Host.RefuseAsync(
                400,
                "invalid-parameter",
                $"/batches{query}",
                Entity("good-town", "municipality"),
                Tokens.OfEditor,
                Lines
            )
        )["parameter"]!
            .ToString()
            .ShouldBe("batch");

    [Fact]
    public async Task The_polity_of_a_batch_is_described() =>
        Errors(
                await RefuseAsync(
                    422,
                    "invalid-content",
                    "nowhere/0001-first",
                    Source("nowhere-gazette"),
                    """{ "id": "nowhere-proclaimed", "type": "state-proclaimed", "date": "1900", "citations": [{ "source": "nowhere-gazette", "quote": "proclaimed" }] }"""
                )
            )
            .ShouldBe([(2, "/polity")]);

    [Fact]
    public async Task A_request_that_is_sent_again_under_its_key_gets_the_same_answer_and_appends_once()
    {
        var key = ("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
        string[] lines = [Polity("borduria"), Source("fourth-gazette")];

        var first = await (await SendAsync("borduria/0001-first", lines, key)).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        var head = await ledger.Host.HeadAsync();
        using var again = await SendAsync("borduria/0001-first", lines, key);

        ((int)again.StatusCode).ShouldBe(201);
        (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(first);
        again.Headers.Location!.ToString().ShouldBe("/facts?batch=borduria%2F0001-first");
        (await ledger.Host.HeadAsync()).ShouldBe(head);
        using var other = await SendAsync("borduria/0002-second", lines, key);
        await other.ShouldBeProblemAsync(422, "key-reused");
    }

    [Fact]
    public async Task A_contributor_does_not_record_batches() =>
        await ledger.Host.RefuseAsync(
            403,
            "role-missing",
            "/batches?batch=artsakh/0009-wrong",
            Entity("good-town", "municipality"),
            Tokens.OfContributor,
            Lines
        );

    [Fact]
    public async Task A_quote_is_placed_in_its_text_and_a_wrong_one_refuses_the_batch()
    {
        await RecordAsync(
            "genovia/0001-first",
            Polity("genovia"),
            Entity("pyrus", "municipality"),
            """{ "type": "source-archived", "id": "fifth-gazette", "csl": { "title": "Gazette" }, "reason": "test" }"""
        );
        using (
            var text = await ledger.Host.SendAsync(
                "/sources/fifth-gazette/snapshots",
                $"It {Quote}.",
                Tokens.OfEditor,
                ("Content-Type", "text/plain")
            )
        )
        {
            ((int)text.StatusCode).ShouldBe(201);
        }

        var wrong = await RefuseAsync(
            422,
            "invalid-content",
            "genovia/0002-second",
            Office("pyrus-office", "pyrus", "1900", "fifth-gazette", "closed an office")
        );
        Errors(wrong).ShouldBe([(1, "/citations/0/quote")]);
        var right = Office("pyrus-office", "pyrus", "1900", "fifth-gazette");
        await RecordAsync("genovia/0002-second", right);

        (await ledger.Host.QueryAsync("/facts/pyrus-office"))["citations"]![0]!["start"]!.GetValue<int>().ShouldBe(3);
        using var again = await SendAsync("genovia/0002-second", right);
        ((int)again.StatusCode).ShouldBe(200, "its quote has a place now, and it still says the same");
    }

    [Fact]
    public async Task A_preference_is_held_against_the_claims_before_it()
    {
        await RecordAsync(
            "grand-fenwick/0001-first",
            Polity("grand-fenwick"),
            Entity("fenwick-town", "municipality"),
            Source("sixth-gazette"),
            Source("sixth-herald"),
            Office("fenwick-office", "fenwick-town", "1950", "sixth-gazette")
        );

        await RefuseAsync(422, "invalid-content", "grand-fenwick/0002-second", Preference("grand-fenwick"));
        await RecordAsync(
            "grand-fenwick/0002-second",
            Office("fenwick-office-again", "fenwick-town", "1951", "sixth-herald"),
            Preference("grand-fenwick")
        );
    }

    private static string Preference(string polity) =>
        $$"""
            { "id": "fenwick-preferred", "type": "claim-preferred", "claim": "{{polity}}/office/fenwick-town@sixth-gazette", "over": ["{{polity}}/office/fenwick-town@sixth-herald"], "reason": "nearer to it", "citations": [{ "source": "sixth-gazette", "quote": "this week" }] }
            """;

    private static string Polity(string id) => Entity(id, "polity");

    private static string Entity(string id, string kind) =>
        $$"""{ "type": "entity-described", "id": "{{id}}", "kind": "{{kind}}", "names": [{ "text": "{{id}}", "language": "en" }], "reason": "test" }""";

    private static string Source(string id) =>
        $$"""{ "type": "source-archived", "id": "{{id}}", "csl": { "title": "Gazette" }, "excerptOnly": true, "reason": "test" }""";

    private static string Office(string id, string city, string date, string? source = null, string quote = Quote) =>
        $$"""{ "id": "{{id}}", "type": "office-opened", "date": "{{date}}", "city": "{{city}}", "citations": [{ "source": "{{source ?? (city == "klow" ? "third-gazette" : "second-gazette")}}", "quote": "{{quote}}" }] }""";

    private static IEnumerable<(int, string)> Errors(JsonNode problem) =>
        problem["errors"]!.AsArray().Select(error => (error!["line"]!.GetValue<int>(), error["pointer"]!.ToString()));

    private Task<HttpResponseMessage> SendAsync(string batch, params string[] lines) => SendAsync(batch, lines, ("Accept", "*/*"));

    private Task<HttpResponseMessage> SendAsync(string batch, string[] lines, (string, string) header) =>
        ledger.Host.SendAsync($"/batches?batch={batch}", string.Join('\n', lines), Tokens.OfEditor, Lines, header);

    private async Task<JsonNode> RecordAsync(string batch, params string[] lines)
    {
        using var result = await SendAsync(batch, lines);
        var text = await result.Content.ReadAsStringAsync();
        ((int)result.StatusCode).ShouldBe(201, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Holds that a batch is refused and that nothing was written.</summary>
    private async Task<JsonNode> RefuseAsync(int status, string type, string batch, params string[] lines)
    {
        var before = await ledger.Host.HeadAsync();
        using var result = await SendAsync(batch, lines);
        var problem = await result.ShouldBeProblemAsync(status, type);
        (await ledger.Host.HeadAsync()).ShouldBe(before);
        return problem;
    }
}
