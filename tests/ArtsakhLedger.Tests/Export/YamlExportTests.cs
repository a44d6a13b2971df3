using System.Text;
using System.Text.Json.Nodes;
using Alba;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Export;

/// <summary>What came over HTTP, written as batches, is the same record.</summary>
public sealed class YamlExportTests(PostgresServer server)
{
    private static readonly string[] Questions =
    [
        "/polities/artsakh/state?on=2012-06-01",
        "/polities/artsakh/state?on=2006",
        "/polities/artsakh/state?on=2023-12-31",
        "/polities/artsakh/timeline?limit=500",
        "/entities/dilijan",
        "/sources/dated-gazette",
        "/facts/dilijan-office",
        "/facts/dilijan-office/history",
        "/sources/dated-gazette/passages",
        "/polities/elsewhere/state?on=2012-06-01",
        "/sources/archive-of-numbers",
        "/facts/dilijan-office-attested",
    ];

    [Fact]
    public async Task What_came_over_HTTP_gives_the_same_answers_from_a_batch_of_an_empty_ledger()
    {
        var connection = await server.CreateLedgerAsync();
        using var events = TemporaryEvents.CopyOfTheRecord();
        List<JsonNode> before;
        var (place, host) = await LedgerFixture.StartAsync(connection);
        await using (place)
        await using (host)
        {
            await RecordAsync(host);
            before = await AnswersAsync(host);
        }

        var (exitCode, output) = await LedgerVerb.RunAsync(connection, "export", "--yaml", events.Folder, "--name", "from-the-web");
        exitCode.ShouldBe(0, output);
        File.ReadAllText(Path.Combine(events.Folder, "artsakh", "0005-from-the-web", "facts.yaml"))
            .ShouldContain("# recorded by Reading Room (reading-room) on 20");
        Directory.Exists(Path.Combine(events.Folder, "elsewhere", "0005-from-the-web")).ShouldBeTrue();

        var check = await LedgerVerb.RunAsync(null, "check", events.Folder);
        check.ExitCode.ShouldBe(0, check.Output);
        var (otherPlace, other) = await LedgerFixture.StartAsync(await server.CreateDatabaseAsync(), events.Folder);
        await using (otherPlace)
        await using (other)
        {
            (await (await other.Scenario(scenario => scenario.Get.Url("/health/ready"))).ReadAsTextAsync()).ShouldNotContain("skipped");
            foreach (var (answer, earlier) in (await AnswersAsync(other)).Zip(before))
            {
                answer.ToJsonString().ShouldBe(earlier.ToJsonString());
            }
        }

        var same = await LedgerVerb.RunAsync(connection, "import", events.Folder);
        same.ExitCode.ShouldBe(0, same.Output);
        same.Output.ShouldStartWith("0 facts appended", Case.Sensitive, "to the ledger that it came from it is nothing new");
        var again = await LedgerVerb.RunAsync(connection, "export", "--yaml", events.Folder);
        again.Output.ShouldContain("there is nothing to write");
    }

    [Fact]
    public async Task A_folder_with_problems_is_not_written_to()
    {
        using var events = new TemporaryEvents();
        events.Write("artsakh", "0001-bad", "facts.yaml", "facts: [");

        var (exitCode, output) = await LedgerVerb.RunAsync(await server.CreateDatabaseAsync(), "export", "--yaml", events.Folder);

        exitCode.ShouldBe(1);
        output.ShouldContain("has problems");
        Directory.EnumerateDirectories(Path.Combine(events.Folder, "artsakh")).Count().ShouldBe(1);
    }

    private static async Task RecordAsync(IAlbaHost host)
    {
        await PostAsync(
            host,
            "/entities",
            """{ "id": "dilijan", "kind": "municipality", "names": [{ "text": "Dilijan", "language": "en" }, { "text": "null", "language": "en" }], "reason": "yes: \"a test\"\n# of marks — 'and' \t others \\ 😀" }"""
        );
        await PostAsync(
            host,
            "/entities",
            """{ "id": "elsewhere", "kind": "polity", "names": [{ "text": "Elsewhere", "language": "en" }], "reason": "a test" }"""
        );
        await PostAsync(
            host,
            "/sources",
            """{ "id": "dated-gazette", "csl": { "type": "book", "title": "Gazette" }, "reason": "a test" }"""
        );
        await PostAsync(
            host,
            "/sources",
            """{ "id": "archive-of-numbers", "csl": { "type": "book", "title": "2014", "volume": 7, "issued": { "date-parts": [[2014, 5]], "circa": true } }, "excerptOnly": true, "reason": "12" }"""
        );
        await host.Scenario(scenario =>
        {
            scenario.Post.ByteArray(Encoding.UTF8.GetBytes(BundleFixture.Text)).ToUrl("/sources/dated-gazette/snapshots");
            scenario.ConfigureHttpContext(context => context.Request.QueryString = new("?reason=taken%20today"));
            scenario.WithRequestHeader("Content-Type", "text/plain");
            scenario.WithRequestHeader("Authorization", $"Bearer {Tokens.OfEditor}");
            scenario.StatusCodeShouldBe(201);
        });
        await PostAsync(
            host,
            "/facts",
            """
            { "id": "dilijan-office", "type": "office-opened", "polity": "artsakh", "date": "2012", "city": "dilijan",
              "citations": [{ "source": "dated-gazette", "quote": "opened in Dilijan on 5 May 2012" }] }
            """
        );
        await PostAsync(
            host,
            "/facts",
            """
            { "id": "elsewhere-office", "type": "office-opened", "polity": "elsewhere", "date": "2010~", "city": "dilijan", "note": "12",
              "citations": [{ "source": "archive-of-numbers", "quote": "an office: \"the first\"" }] }
            """
        );
        await PostAsync(
            host,
            "/facts/dilijan-office/corrections",
            """
            { "reason": "the day was left out", "content": { "date": "2012-05-05", "city": "dilijan",
              "citations": [{ "source": "dated-gazette", "quote": "opened in Dilijan on 5 May 2012" }] } }
            """,
            ifMatch: true
        );
        await host.Scenario(scenario =>
        {
            scenario
                .Post.ByteArray(
                    """
                { "id": "dilijan-office-attested", "type": "office-attested", "city": "dilijan", "date": "2013", "citations": [{ "source": "archive-of-numbers", "quote": "in Dilijan" }] }
                """u8.ToArray()
                )
                .ToUrl("/batches");
            scenario.ConfigureHttpContext(context => context.Request.QueryString = new("?batch=artsakh/0099-sent"));
            scenario.WithRequestHeader("Content-Type", "application/x-ndjson");
            scenario.WithRequestHeader("Authorization", $"Bearer {Tokens.OfEditor}");
            scenario.StatusCodeShouldBe(201);
        });
        await PostAsync(
            host,
            "/facts/dilijan-office/corroborations",
            """{ "id": "dilijan-office-by-numbers", "date": "2012-05", "citations": [{ "source": "archive-of-numbers", "quote": "in May" }] }"""
        );
        await PostAsync(
            host,
            "/entities/dilijan/corrections",
            """{ "reason": "a name more", "content": { "kind": "municipality", "names": [{ "text": "Dilijan", "language": "en" }, { "text": "Դիլիջան", "language": "hy" }], "reason": "a test" } }""",
            ifMatch: true
        );
    }

    private static Task<IScenarioResult> PostAsync(IAlbaHost host, string address, string json, bool ifMatch = false) =>
        host.Scenario(scenario =>
        {
            scenario.Post.ByteArray(Encoding.UTF8.GetBytes(json)).ToUrl(address);
            scenario.WithRequestHeader("Content-Type", "application/json");
            scenario.WithRequestHeader("Authorization", $"Bearer {Tokens.OfEditor}");
            if (ifMatch)
            {
                scenario.WithRequestHeader("If-Match", "*");
            }

            scenario.StatusCodeShouldBe(201);
        });

    /// <summary>Answers without what says when, by whom and where in the ledger it was recorded.</summary>
    private static async Task<List<JsonNode>> AnswersAsync(IAlbaHost host)
    {
        var answers = new List<JsonNode>();
        foreach (var question in Questions)
        {
            var result = await host.Scenario(scenario => scenario.Get.Url(question));
            answers.Add(Timeless(JsonNode.Parse(await result.ReadAsTextAsync())!));
        }

        return answers;
    }

    internal static JsonNode Timeless(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in new[] { "knownAt", "self", "position", "recordedAt", "author", "batch", "lastChanged", "version" })
            {
                members.Remove(name);
            }
        }

        foreach (
            var child in node is JsonArray items ? [.. items] : (IEnumerable<JsonNode?>)[.. node.AsObject().Select(member => member.Value)]
        )
        {
            if (child is JsonObject or JsonArray)
            {
                Timeless(child);
            }
        }

        return node;
    }
}
