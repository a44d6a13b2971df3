using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.DryRuns;

public sealed class DryRunTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private const string Source = "asbarez-2014-california-assembly";

    [Fact]
    public async Task A_dry_run_tells_what_a_correction_would_flip_and_the_correction_then_does_it()
    {
        await DescribeAsync("dry-town");
        await ledger.Host.RecordAsync("/facts", Office("dry-office", "dry-town", "2012-05-05/2015-01-01"), Tokens.OfContributor);
        var body =
            """{ "reason": "the year was misread", "content": { "city": "dry-town", "date": "2013-05-05/2015-01-01", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] } }""";
        var version = ("If-Match", await ledger.Host.TagAsync("/facts/dry-office"));

        var told = await TryAsync("/facts/dry-office/corrections", body, version);

        told["wouldRecord"]!.ToJsonString().ShouldBe("""["dry-office-corrected"]""");
        told["flips"]!
            .ToJsonString()
            .ShouldBe(
                """[{"polity":"artsakh","episode":"artsakh/office/dry-town","statement":"Republic of Artsakh had a representative office in dry-town","from":"2012-05-05","until":"2013-05-05","before":"certain","after":"not","facts":["dry-office-corrected"]}]"""
            );
        (await CertaintyAsync("dry-town", "2012-06-01")).ShouldBe("certain");
        (await ledger.Host.RecordAsync("/facts/dry-office/corrections", body, Tokens.OfEditor, version))["position"]!
            .GetValue<long>()
            .ShouldBeGreaterThan(told["decidedAt"]!.GetValue<long>());
        (await CertaintyAsync("dry-town", "2012-06-01")).ShouldBe("not");
    }

    [Fact]
    public async Task What_no_answer_depends_on_flips_nothing()
    {
        var told = await TryAsync("/entities", Entity("nobody-names-it"));

        told["flips"]!.AsArray().ShouldBeEmpty();
        told["wouldRecord"]!.ToJsonString().ShouldBe("""["entity-nobody-names-it"]""");
    }

    [Fact]
    public async Task What_was_recorded_right_before_counts_though_nobody_has_asked_since()
    {
        await DescribeAsync("hasty-town");
        await ledger.Host.QueryAsync("/facts/entity-hasty-town");
        var recorded = await ledger.Host.RecordAsync(
            "/facts",
            Office("hasty-office", "hasty-town", "2012-05-05/2015-01-01"),
            Tokens.OfContributor
        );

        using var result = await ledger.Host.SendAsync(
            "/facts?dry-run=true",
            Office("hasty-again", "hasty-town", "2014-05-05/2016-01-01"),
            Tokens.OfContributor
        );
        var told = JsonNode.Parse(await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        told["decidedAt"]!.GetValue<long>().ShouldBe(recorded["position"]!.GetValue<long>());
        told["flips"]!
            .AsArray()
            .Select(flip => $"{flip!["from"]} {flip["before"]} {flip["after"]}")
            .ShouldContain("2012-05-05 certain possible");
    }

    [Fact]
    public async Task A_polity_of_which_nothing_is_known_gains_what_a_batch_says()
    {
        var told = await TryAsync(
            "/batches?batch=dryland/0001-first",
            string.Join(
                '\n',
                """{ "type": "entity-described", "id": "dryland", "kind": "polity", "names": [{ "text": "Dryland", "language": "en" }], "reason": "test" }""",
                """{ "type": "entity-described", "id": "dryland-port", "kind": "municipality", "names": [{ "text": "Dryland Port", "language": "en" }], "reason": "test" }""",
                """{ "type": "state-proclaimed", "id": "dryland-proclaimed", "date": "1900-05-05", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }""",
                """{ "type": "state-dissolved", "id": "dryland-dissolved", "date": "1901-05-05", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }""",
                """{ "type": "office-opened", "id": "dryland-office", "city": "dryland-port", "date": "1900-06-05/1900-07-05", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }"""
            ),
            ("Content-Type", "application/x-ndjson")
        );

        told["flips"]!
            .AsArray()
            .Select(flip =>
                $"{flip!["episode"]} {flip["from"]} {flip["until"]} {flip["before"]} {flip["after"]} {string.Join(' ', flip["facts"]!.AsArray())}"
            )
            .ShouldBe([
                "dryland/existence 1900-05-05 1901-05-05 no-record certain dryland-proclaimed dryland-dissolved",
                "dryland/existence 1901-05-05  no-record not dryland-proclaimed dryland-dissolved",
                "dryland/office/dryland-port 1900-06-05 1900-07-05 not certain dryland-office",
            ]);
    }

    [Fact]
    public async Task Two_ids_found_to_be_one_flip_the_answers_of_every_polity_that_names_either()
    {
        foreach (var town in new[] { "one-name", "other-name", "third-name" })
        {
            await DescribeAsync(town);
        }

        await ledger.Host.RecordAsync("/facts", Office("named-once", "one-name", "1995-05-05/1996-05-05"), Tokens.OfContributor);
        await ledger.Host.RecordAsync("/facts", Identified("third-name", "one-name"), Tokens.OfEditor);
        await ledger.Host.RecordAsync("/facts", Office("named-thrice", "third-name", "1995-05-05/1996-05-05"), Tokens.OfContributor);

        var told = await TryAsync("/facts", Identified("one-name", "other-name"));

        told["flips"]!
            .AsArray()
            .Select(flip => $"{flip!["episode"]} {flip["before"]} {flip["after"]}")
            .ShouldBe(["artsakh/office/one-name certain not", "artsakh/office/other-name not certain"]);
        told["flips"]!.AsArray().ShouldAllBe(flip => flip!["facts"]!.AsArray().Single()!.ToString() == "one-name-is-other-name");
    }

    [Theory]
    [InlineData("/facts/artsakh-dissolved/retractions", """{ "reason": "x" }""", 428, "version-missing")]
    [InlineData("/facts/artsakh-dissolved/retractions", """{ "reason": "x" }""", 412, "version-outdated", "\"no-such-version\"")]
    [InlineData("/facts/artsakh-dissolved/reinstatements", """{ "reason": "x" }""", 409, "conflict", "*")]
    [InlineData("/facts/artsakh-dissolved/retractions", """{ "reason": " " }""", 422, "invalid-content", "*")]
    [InlineData("/facts/no-such-fact/retractions", """{ "reason": "x" }""", 404, "unknown-fact", "*")]
    [InlineData(
        "/facts",
        """{ "type": "office-opened", "id": "artsakh-dissolved", "polity": "artsakh", "city": "yerevan", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }""",
        409,
        "id-taken"
    )]
    [InlineData("/facts", "{", 400, "malformed-body")]
    [InlineData(
        "/entities",
        """{ "id": "armenia", "kind": "polity", "names": [{ "text": "Armenia", "language": "en" }], "reason": "x" }""",
        409,
        "id-taken"
    )]
    public async Task What_would_be_refused_is_refused(string address, string body, int status, string type, string? version = null)
    {
        (string, string)[] headers = version is null ? [] : [("If-Match", version)];
        await ledger.Host.RefuseAsync(status, type, $"{address}?dry-run=true", body, Tokens.OfEditor, headers);
        await ledger.Host.RefuseAsync(status, type, address, body, Tokens.OfEditor, headers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("TRUE")]
    [InlineData("1")]
    public async Task A_dry_run_that_is_asked_for_in_other_words_records_nothing(string value)
    {
        var head = await ledger.Host.HeadAsync();

        (
            await ledger.Host.RefuseAsync(
                400,
                "invalid-parameter",
                $"/entities?dry-run={value}",
                Entity($"town-{value.Length}"),
                Tokens.OfContributor
            )
        )["parameter"]!
            .ToString()
            .ShouldBe("dry-run");
        await ledger.Host.RefuseAsync(400, "unknown-parameter", "/entities?dryrun=true", Entity("town"), Tokens.OfContributor);

        (await ledger.Host.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_key_that_a_dry_run_carried_is_still_free_for_the_request_itself()
    {
        await TryAsync("/entities", Entity("tried-first"), ("Idempotency-Key", "\"tried\""));

        await ledger.Host.RecordAsync("/entities", Entity("tried-first"), Tokens.OfContributor, ("Idempotency-Key", "\"tried\""));
    }

    [Fact]
    public async Task A_dry_run_needs_the_role_of_what_it_would_do()
    {
        await ledger.Host.RefuseAsync(
            403,
            "role-missing",
            "/facts/artsakh-dissolved/retractions?dry-run=true",
            """{ "reason": "x" }""",
            Tokens.OfContributor,
            ("If-Match", "*")
        );
    }

    [Fact]
    public async Task The_document_tells_of_dry_runs_wherever_there_are_some()
    {
        var paths = (await ledger.Host.QueryAsync("/openapi/v1.json"))["paths"]!.AsObject();

        foreach (
            var (path, item) in paths.Where(path =>
                path.Value!["post"] is not null && path.Key is not ("/sources/{id}/snapshots" or "/contribute" or "/contribute/sheet")
            )
        )
        {
            var asked = item!["post"]!["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.ToString() == "dry-run")!;
            asked["schema"]!["type"]!.ToString().ShouldBe("boolean", path);
            item["post"]!["responses"]!["200"]!.ToJsonString().ShouldContain("DryRunAnswer", Case.Sensitive, path);
        }

        paths["/batches"]!["post"]!["responses"]!["200"]!.ToJsonString().ShouldContain("RecordedBatchAnswer");
    }

    private static string Entity(string id) =>
        $$"""{ "id": "{{id}}", "kind": "municipality", "names": [{ "text": "{{id}}", "language": "en" }], "reason": "test" }""";

    private static string Office(string id, string city, string date) =>
        $$"""{ "id": "{{id}}", "type": "office-opened", "polity": "artsakh", "city": "{{city}}", "date": "{{date}}", "citations": [{ "source": "{{Source}}", "quote": "words" }] }""";

    private static string Identified(string entity, string sameAs) =>
        $$"""{ "type": "entities-identified", "entity": "{{entity}}", "sameAs": "{{sameAs}}", "citations": [{ "source": "{{Source}}", "quote": "words" }] }""";

    private Task<JsonNode> DescribeAsync(string id) => ledger.Host.RecordAsync("/entities", Entity(id), Tokens.OfContributor);

    /// <summary>A dry run, after which the ledger is as it was.</summary>
    private async Task<JsonNode> TryAsync(string address, string body, params (string Name, string Value)[] headers)
    {
        var head = await ledger.Host.HeadAsync();
        using var result = await ledger.Host.SendAsync(
            $"{address}{(address.Contains('?') ? '&' : '?')}dry-run=true",
            body,
            Tokens.OfEditor,
            headers
        );
        var text = await result.Content.ReadAsStringAsync();
        ((int)result.StatusCode).ShouldBe(200, text);
        result.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await ledger.Host.HeadAsync()).ShouldBe(head);
        return JsonNode.Parse(text)!;
    }

    private async Task<string> CertaintyAsync(string city, string on) =>
        (await ledger.Host.QueryAsync($"/polities/artsakh/state?on={on}&kind=office"))["entries"]!
            .AsArray()
            .FirstOrDefault(entry => entry!["episode"]!.ToString() == $"artsakh/office/{city}")
            ?["certainty"]!.ToString()
        ?? "not";
}
