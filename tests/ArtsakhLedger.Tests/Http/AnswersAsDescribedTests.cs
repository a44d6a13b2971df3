using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Http;

/// <summary>Every address answers as the OpenAPI document says: in every form, refused too, and after writes.</summary>
public sealed class AnswersAsDescribedTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>, IAsyncLifetime
{
    private const string Cited = """[{ "source": "described-gazette", "quote": "words" }]""";

    private readonly List<string> faults = [];
    private readonly HashSet<(string Operation, int Status)> seen = [];
    private HttpClient client = null!;
    private DescribedApi api = null!;

    public async ValueTask InitializeAsync()
    {
        client = ledger.Host.Server.CreateClient();
        api = new(await ledger.GetAsync("/openapi/v1.json"));
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_answer_out_of_the_record_is_as_described_in_every_form()
    {
        var facts = await IdsAsync("/facts?limit=500", "id");
        var entities = await IdsAsync("/entities?limit=500", "id");
        var sources = await IdsAsync("/sources?limit=500", "id");
        var episodes = (await ledger.Host.QueryAsync("/polities/artsakh/state?on=1980/2030"))["entries"]!
            .AsArray()
            .Select(entry => entry!["episode"]!.ToString())
            .ToList();
        var dates = new[] { "1900-01-01", "1991-09-02", "1997-06-01", "2006", "2012-05-17", "2013-02/2013-04", "2023-12-31", "2024-01-01" };

        await AskAsync("/polities", "/polities");
        await AskAsync("/batches", "/batches", "/batches?limit=1");
        await AskAsync("/entities", "/entities?q=artsakh", "/entities?limit=2", "/entities");
        await AskAsync("/entities/{id}", [.. entities.Select(id => $"/entities/{id}")]);
        await AskAsync("/sources", "/sources", "/sources?limit=2");
        await AskAsync("/sources/{id}", [.. sources.Select(id => $"/sources/{id}")]);
        await AskAsync("/sources/{id}/passages", [.. sources.Select(id => $"/sources/{id}/passages?limit=100")]);
        await AskAsync(
            "/sources/{id}/quote",
            $"/sources/{sources[0]}/quote?exact=words%20that%20it%20has%20not",
            $"/sources/{sources[0]}/quote?exact=others%20that%20it%20has%20not%20either"
        );
        await AskAsync("/facts", "/facts?limit=500", "/facts?polity=artsakh&kind=office", "/facts?known-at=artsakh/0001-article&limit=3");
        await AskAsync("/facts/{id}", [.. facts.Select(id => $"/facts/{id}")]);
        foreach (var part in new[] { "history", "provenance", "proof" })
        {
            await AskAsync($"/facts/{{id}}/{part}", [.. facts.Where((_, i) => i % 7 == 0).Select(id => $"/facts/{id}/{part}")]);
        }

        await AskAsync("/episodes/{id}", [.. episodes.Select(id => $"/episodes/{id}"), $"/episodes/{Uri.EscapeDataString(episodes[0])}"]);
        await AskAsync(
            "/polities/{polity}/state",
            [.. dates.Select(on => $"/polities/artsakh/state?on={on}"), "/polities/artsakh/state?on=2006-06-01&known-at=0001-article"]
        );
        await AskAsync(
            "/polities/{polity}/relations/{entity}",
            [.. entities.Where((id, i) => i % 3 == 0 && id != "artsakh").Select(id => $"/polities/artsakh/relations/{id}?on=2013")]
        );
        await AskAsync("/polities/{polity}/timeline", "/polities/artsakh/timeline", "/polities/artsakh/timeline?from=2012&to=2013");
        await AskAsync("/polities/{polity}/timeline.svg", "/polities/artsakh/timeline.svg?from=2012&to=2013");
        await AskAsync(
            "/polities/{polity}/changes",
            "/polities/artsakh/changes?limit=500",
            "/polities/artsakh/changes?on=2012&known-from=0001-article"
        );
        await AskAsync("/polities/{polity}/contradictions", "/polities/artsakh/contradictions?limit=500");
        await AskAsync("/dates", "/dates?edtf=199X", "/dates?edtf=1993/..", "/dates?edtf=XXXX-10-12");
        await AskAsync("/contribute", "/contribute", "/contribute?type=office-opened");
        await AskAsync("/contribute/sheet", "/contribute/sheet", "/contribute/sheet?polity=artsakh&type=office-opened");
        await AskAsync("/guide", "/guide");
        await AskAsync("/guide/{name}", "/guide/ask", "/guide/configure");
        await AskAsync("/log/checkpoint", "/log/checkpoint");
        await AskAsync("/log/vkey", "/log/vkey");
        await AskAsync("/log/tile/{path}", "/log/tile/0/000", "/log/tile/0%2F000", "/log/tile/entries%2f000");
        await AskAsync("/log/consistency", "/log/consistency?from=1&to=100", "/log/consistency?from=0&to=1");
        await AskAsync("/health/live", "/health/live");
        await AskAsync("/health/ready", "/health/ready");
        await ListenAsync("/feed?after=0");

        // A browser is sent on, and a client that has the answer is told so.
        await AskOnceAsync("/polities/{polity}/state", "/polities/artsakh/state", "text/html", 302);
        await AskOnceAsync("/polities/{polity}/timeline", "/polities/artsakh/timeline?from=&to=", "text/html", 302);

        faults.ShouldBeEmpty();
        api.Operations.Where(operation => operation.Method == "GET")
            .Select(operation => operation.Path)
            .Except(seen.Where(one => one.Status == 200).Select(one => one.Operation[4..]))
            .ShouldBeEmpty("every address is asked");
    }

    [Fact]
    public async Task Every_refusal_of_a_question_is_as_described()
    {
        foreach (var (_, path, _) in api.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (var form in new[] { "application/json", "text/html" })
            {
                var there = path.Replace("{polity}", "artsakh", StringComparison.Ordinal)
                    .Replace("{entity}", "abkhazia", StringComparison.Ordinal)
                    .Replace("{name}", "ask", StringComparison.Ordinal)
                    .Replace("{path}", "0/000", StringComparison.Ordinal);
                await AskOnceAsync(path, $"{there}?nonsense=1&nonsense=2", "application/json", 400);
                await AskOnceAsync(path, $"{there}?nonsense=1&nonsense=2", "text/html", null);
                await AskOnceAsync(
                    path,
                    path.Replace("{polity}", "atlantis", StringComparison.Ordinal)
                        .Replace("{", "", StringComparison.Ordinal)
                        .Replace("}", "", StringComparison.Ordinal),
                    form,
                    null
                );
            }

            await AskOnceAsync(path, path.Replace("{polity}", "artsakh", StringComparison.Ordinal), "image/avif", null);
        }

        await AskOnceAsync("/polities/{polity}/state", "/polities/artsakh/state?on=2006&known-at=999999", "application/json", 404);
        await AskOnceAsync("/polities/{polity}/state", "/polities/artsakh/state?on=2006&rules=0", "application/json", 410);
        await AskOnceAsync("/dates", "/dates?edtf=1997-13", "application/json", 400);
        await AskOnceAsync("/log/tile/{path}", "/log/tile/9/000", "application/octet-stream", 404);
        await AskOnceAsync("/polities/{polity}/state", "/polities/artsakh/state?on=2006", "image/avif", 406);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_answer_to_a_request_that_writes_is_as_described()
    {
        (string Path, string Address, string Body)[] writes =
        [
            (
                "/entities",
                "/entities",
                """{ "id": "describedtown", "kind": "municipality", "names": [{ "text": "Describedtown", "language": "en" }], "reason": "test" }"""
            ),
            (
                "/sources",
                "/sources",
                """{ "id": "described-gazette", "csl": { "type": "book", "title": "Gazette" }, "excerptOnly": true, "reason": "test" }"""
            ),
            (
                "/facts",
                "/facts",
                $$"""{ "id": "described-office", "type": "office-opened", "polity": "artsakh", "city": "describedtown", "date": "2012", "citations": {{Cited}} }"""
            ),
            (
                "/facts/{id}/corroborations",
                "/facts/described-office/corroborations",
                """{ "date": "2013", "citations": [{ "source": "asbarez-2014-california-assembly", "quote": "words" }] }"""
            ),
            (
                "/facts",
                "/facts",
                $$"""{ "id": "described-office-again", "type": "office-opened", "polity": "artsakh", "city": "describedtown", "date": "2012-06", "citations": {{Cited}} }"""
            ),
            (
                "/facts/{id}/identifications",
                "/facts/described-office/identifications",
                """{ "same": "described-office-again", "reason": "test" }"""
            ),
            ("/sources/{id}/assessments", "/sources/described-gazette/assessments", """{ "standing": "noted", "reason": "test" }"""),
            ("/facts/{id}/denials", "/facts/described-office/denials", $$"""{ "denies": "end", "citations": {{Cited}} }"""),
            (
                "/preferences",
                "/preferences",
                $$"""{ "claim": "artsakh/office/describedtown@described-gazette", "over": ["artsakh/office/describedtown@asbarez-2014-california-assembly"], "reason": "test", "citations": {{Cited}} }"""
            ),
            (
                "/facts/{id}/corrections",
                "/facts/described-office/corrections",
                $$"""{ "reason": "test", "content": { "city": "describedtown", "date": "2012-05", "citations": {{Cited}} } }"""
            ),
            ("/facts/{id}/retractions", "/facts/described-office/retractions", """{ "reason": "test" }"""),
            ("/facts/{id}/reinstatements", "/facts/described-office/reinstatements", """{ "reason": "test" }"""),
            (
                "/entities/{id}/corrections",
                "/entities/describedtown/corrections",
                """{ "reason": "test", "content": { "kind": "municipality", "names": [{ "text": "Described Town", "language": "en" }], "reason": "test" } }"""
            ),
            (
                "/sources/{id}/corrections",
                "/sources/described-gazette/corrections",
                """{ "reason": "test", "content": { "csl": { "type": "book", "title": "The Gazette" }, "excerptOnly": true, "reason": "test" } }"""
            ),
            (
                "/batches",
                "/batches?batch=artsakh/0100-described",
                """{ "type": "entity-described", "id": "describedville", "kind": "municipality", "names": [{ "text": "Describedville", "language": "en" }], "reason": "test" }"""
            ),
        ];
        foreach (var (path, address, body) in writes)
        {
            var type = path == "/batches" ? "application/x-ndjson" : "application/json";
            (string, string)[] all = [("If-Match", "*"), ("Content-Type", type)];
            var and = address.Contains('?') ? '&' : '?';
            await SendAsync(path, address, body, null, 401, all);
            await SendAsync(path, address, body, "nonsense", 401, all);
            await SendAsync(path, address, body, Tokens.OfContributor, null, all, address + and + "dry-run=true");
            await SendAsync(path, address, body, Tokens.OfEditor, 415, ("If-Match", "*"), ("Content-Type", "text/plain"));
            await SendAsync(path, address, "{ nonsense", Tokens.OfEditor, 400, all);
            await SendAsync(path, address, """{ "nonsense": true, "type": "office-opened" }""", Tokens.OfEditor, 422, all);
            await SendAsync(path, address, body, Tokens.OfEditor, 200, all, address + and + "dry-run=true");
            await SendAsync(path, address, body, Tokens.OfEditor, 400, all, address + and + "dry-run=perhaps");
            await SendAsync(path, address, body, Tokens.OfEditor, 400, [.. all, ("Idempotency-Key", "no quotes")]);
            if (IsChange(path))
            {
                await SendAsync(path, address, body, Tokens.OfEditor, 412, ("Content-Type", type), ("If-Match", "\"old\""));
                await SendAsync(path, address, body, Tokens.OfEditor, 428, ("Content-Type", type));
            }

            await SendAsync(path, address, body, Tokens.OfEditor, null, [.. all, ("Idempotency-Key", $"\"{path}\"")]);
            await SendAsync(path, address, body, Tokens.OfEditor, null, [.. all, ("Idempotency-Key", $"\"{path}\"")]);
            await SendAsync(path, address, body + " ", Tokens.OfEditor, 422, [.. all, ("Idempotency-Key", $"\"{path}\"")]);
            await SendAsync(path, address, body, Tokens.OfEditor, null, all);
            if (path.Contains("{id}", StringComparison.Ordinal))
            {
                await SendAsync(path, path.Replace("{id}", "there-is-none", StringComparison.Ordinal), body, Tokens.OfEditor, 404, all);
            }
        }

        await SendAsync(
            "/sources/{id}/snapshots",
            "/sources/described-gazette/snapshots?reason=from%20a%20reading%20room",
            "Some text of the gazette, with words in it.",
            Tokens.OfEditor,
            null,
            ("Content-Type", "text/plain")
        );
        await SendAsync(
            "/sources/{id}/snapshots",
            "/sources/there-is-none/snapshots",
            "words",
            Tokens.OfEditor,
            404,
            ("Content-Type", "text/plain")
        );
        var form = ("Content-Type", "application/x-www-form-urlencoded");
        await SendAsync("/contribute", "/contribute", "type=office-opened&press=preview&key=k1", null, 401, form);
        await SendAsync("/contribute", "/contribute", "nonsense=1", null, 400, form);
        await SendAsync("/contribute", "/contribute", "{}", Tokens.OfContributor, 415, ("Content-Type", "application/json"));
        foreach (
            var (press, rows, status) in new[]
            {
                ("preview", "Lima,1976", 200),
                ("record", "Lima,1976", 201),
                ("record", "Lima,someday", 422),
            }
        )
        {
            await SendAsync(
                "/contribute/sheet",
                "/contribute/sheet",
                Sheet(press, rows),
                null,
                status,
                ("Content-Type", "multipart/form-data; boundary=b")
            );
        }

        await SendAsync("/contribute/sheet", "/contribute/sheet", "{}", Tokens.OfContributor, 415, ("Content-Type", "application/json"));
        await SendAsync("/facts", "/facts", new string(' ', 2_000_000), Tokens.OfEditor, 413);

        faults.ShouldBeEmpty();
        api.Operations.Where(operation => operation.Method == "POST" && operation.Path is not ("/contribute" or "/sources/{id}/snapshots"))
            .Where(operation => !seen.Contains(($"POST {operation.Path}", 201)))
            .Select(operation => operation.Path)
            .ShouldBeEmpty("everything is recorded");

        // What was recorded, retracted and corrected is told as described too.
        await AskAsync("/facts/{id}", "/facts/described-office");
        await AskAsync("/facts/{id}/history", "/facts/described-office/history");
        await AskAsync("/facts/{id}/provenance", "/facts/described-office/provenance");
        await AskAsync("/entities/{id}", "/entities/describedtown");
        await AskAsync("/episodes/{id}", "/episodes/artsakh/office/describedtown");
        await AskAsync("/polities/{polity}/contradictions", "/polities/artsakh/contradictions?limit=500");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_example_fits_its_own_schema()
    {
        foreach (var (method, path, operation) in api.Operations)
        {
            foreach (var (media, content) in operation["requestBody"]?["content"]?.AsObject() ?? [])
            {
                var examples = content!["examples"]?.AsObject().Select(example => example.Value!["value"]) ?? [];
                var schema = content["x-itemSchema"] ?? content["schema"]!;
                foreach (var example in content["example"] is { } one ? examples.Append(one) : examples)
                {
                    var value = content["x-itemSchema"] is null ? example : JsonNode.Parse(example!.ToString());
                    faults.AddRange(api.FaultsOf(value, schema).Select(fault => $"{method} {path} {media}: {fault}"));
                }
            }
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_of_schemas_and_operations_differ_in_more_than_case()
    {
        var document = await ledger.Host.QueryAsync("/openapi/v1.json");
        static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        document["components"]!["schemas"]!.AsObject().Select(schema => Plain(schema.Key)).ShouldBeUnique();
        api.Operations.Select(operation => Plain(operation.Operation["operationId"]!.ToString())).ShouldBeUnique();
        document.ToJsonString().ShouldNotContain("Gives up");
        document.ToJsonString().ShouldNotContain("Cancels the");
    }

    [Fact]
    public async Task A_browser_may_send_any_header_of_a_question_from_any_origin()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/polities/artsakh/state?on=2006-06-01")
        {
            Headers =
            {
                { "Origin", "https://example.org" },
                { "Access-Control-Request-Method", "GET" },
                { "Access-Control-Request-Headers", "if-none-match,accept" },
            },
        };
        using var answer = await client.SendAsync(preflight, TestContext.Current.CancellationToken);
        string.Join(",", answer.Headers.GetValues("Access-Control-Allow-Headers")).ShouldContain("if-none-match");
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    private static bool IsChange(string path) => path.Split('/')[^1] is "corrections" or "retractions" or "reinstatements";

    private async Task<List<string>> IdsAsync(string address, string member)
    {
        var ids = new List<string>();
        for (string? next = address; next is not null; )
        {
            var page = await ledger.Host.QueryAsync(next);
            ids.AddRange(page["items"]!.AsArray().Select(item => item![member]!.ToString()));
            next = page["next"]?.ToString();
        }

        return ids;
    }

    /// <summary>Asks in every form that the address has, and once more with the ETag of the first answer.</summary>
    private async Task AskAsync(string path, params IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses)
        {
            foreach (var form in api.MediaTypes("GET", path))
            {
                var tag = await AskOnceAsync(path, address, form, 200);
                if (tag is not null && address == addresses[0])
                {
                    await AskOnceAsync(path, address, form, 304, tag);
                }
            }
        }
    }

    private async Task<string?> AskOnceAsync(string path, string address, string form, int? status, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", form } } };
        if (tag is not null)
        {
            request.Headers.Add("If-None-Match", tag);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await HoldAsync("GET", path, $"{address} as {form}", answer, status);
        return answer.Headers.ETag?.ToString();
    }

    private async Task SendAsync(
        string path,
        string address,
        string body,
        string? token,
        int? status,
        (string, string)[] headers,
        string? instead = null
    )
    {
        using var answer = await ledger.Host.SendAsync(instead ?? address, Encoding.UTF8.GetBytes(body), token, headers);
        await HoldAsync("POST", path, $"{instead ?? address} {body[..Math.Min(body.Length, 80)]}", answer, status);
    }

    private Task SendAsync(string path, string address, string body, string? token, int? status, params (string, string)[] headers) =>
        SendAsync(path, address, body, token, status, headers, null);

    private async Task ListenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[20_000];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, cancellationToken: TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(buffer, 0, read);
        using var heard = new HttpResponseMessage(answer.StatusCode)
        {
            Content = new StringContent(
                text[..(text.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)],
                Encoding.UTF8,
                "text/event-stream"
            ),
        };
        await HoldAsync("GET", "/feed", address, heard, 200);
    }

    private static string Sheet(string press, string rows) =>
        string.Concat(
            new[] { ("token", Tokens.OfContributor), ("polity", "artsakh"), ("type", "office-opened"), ("press", press) }
                .Select(field => $"--b\r\nContent-Disposition: form-data; name=\"{field.Item1}\"\r\n\r\n{field.Item2}\r\n")
                .Append(
                    $"--b\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"described.csv\"\r\n\r\nCity,Date\n{rows}\n\r\n--b--\r\n"
                )
        );

    private async Task HoldAsync(string method, string path, string what, HttpResponseMessage answer, int? status)
    {
        seen.Add(($"{method} {path}", (int)answer.StatusCode));
        if (status is not null && (int)answer.StatusCode != status)
        {
            faults.Add($"{method} {what}: {(int)answer.StatusCode} rather than {status}");
        }

        faults.AddRange((await api.FaultsAsync(method, path, answer)).Select(fault => $"{method} {what}: {fault}"));
    }
}
