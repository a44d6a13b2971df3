using System.IO.Compression;
using System.Net;
using System.Text.Json;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.OwnLedgers;

/// <summary>A ledger's own name stands wherever it is shown, cited and exported, and stays.</summary>
public sealed class OwnNameTests(ExampleLedger ledger) : IClassFixture<ExampleLedger>
{
    private const string State = "/polities/ruritania/state?on=1923-10-01";

    [Fact]
    public async Task Pages_are_of_the_ledger_and_made_with_the_program()
    {
        foreach (
            var address in new[]
            {
                State,
                "/polities",
                "/polities/ruritania/timeline",
                "/polities/ruritania/changes?from=1919&to=1931",
                "/polities/ruritania/contradictions",
                "/polities/ruritania/relations/graustark?on=1923",
                "/episodes/ruritania/foreign-minister/anna-hentzau",
                "/facts/hentzau-foreign-minister",
                "/entities/graustark",
                "/sources/example-almanac",
                "/contribute?polity=ruritania",
                "/docs",
                "/guide",
            }
        )
        {
            var page = await ledger.PageAsync(address);

            page.ShouldMatch("<title>[^<]+ – Foreign relations of Ruritania &amp; Graustark</title>", address);
            page.ShouldContain(
                "<a class=\"home\" href=\"/polities\">Foreign relations of Ruritania &amp; Graustark</a>",
                customMessage: address
            );
            page.ShouldContain("Made with ArtsakhLedger.", customMessage: address);
        }

        (await ledger.PageAsync("/nowhere", 404)).ShouldContain(" – Foreign relations of Ruritania &amp; Graustark</title>");
    }

    [Fact]
    public async Task Pages_are_cited_by_the_name_also_after_a_restart()
    {
        var before = await ledger.PageAsync(State);
        var shown = WebUtility.HtmlDecode(before);
        shown.ShouldContain(
            "“The Kingdom of Ruritania on 1 October 1923”, Foreign relations of Ruritania & Graustark, as known at position 15,"
        );
        shown.ShouldContain("@misc{foreign-relations-of-ruritania-graustark-15-");
        shown.ShouldContain(@"howpublished = {Foreign relations of Ruritania \& Graustark},");
        shown.ShouldContain("\"container-title\":\"Foreign relations of Ruritania & Graustark\"");

        await ledger.RestartAsync();

        (await ledger.PageAsync(State)).ShouldBe(before);
        (await ledger.PageAsync("/guide/record")).ShouldContain("Foreign relations of Ruritania &amp; Graustark");
    }

    [Fact]
    public async Task An_export_says_of_which_ledger_it_is()
    {
        var file = Path.Combine(ledger.Folder, "ledger.zip");
        var (exitCode, output) = await LedgerVerb.RunAsync(ledger.ConnectionString, "export", "--bundle", file);
        exitCode.ShouldBe(0, output);
        using (var archive = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken))
        {
            using var description = JsonDocument.Parse(archive.GetEntry("bundle.json")!.Open());
            description.RootElement.GetProperty("ledger").GetString().ShouldBe(OwnLedger.Name);
            description.RootElement.GetProperty("origin").GetString()!.ShouldMatch("^ledger/[0-9a-f]{32}$");
        }

        (await LedgerVerb.RunAsync(null, "verify", file)).ExitCode.ShouldBe(0);
        await ledger.Host.RecordAsync(
            "/entities",
            """{ "id": "zenda", "kind": "municipality", "names": [{ "text": "Zenda", "language": "en" }], "reason": "an example" }""",
            Tokens.OfEditor
        );
        var folder = Path.Combine(ledger.Folder, "from-http");
        (await LedgerVerb.RunAsync(ledger.ConnectionString, "export", "--yaml", folder)).ExitCode.ShouldBe(0);
        File.ReadAllText(Directory.GetFiles(folder, "entities.yaml", SearchOption.AllDirectories).ShouldHaveSingleItem())
            .ShouldContain("# recorded in “Foreign relations of Ruritania & Graustark” by ");
    }

    [Fact]
    public async Task Hints_and_examples_are_of_the_record_at_hand()
    {
        (await ProblemAsync("/polities/ruritania/state?on=1923&known-at=never")).ShouldContain(
            "a batch, such as ruritania/0001-example, or"
        );
        (await ProblemAsync("/episodes/ruritania/office/nobody")).ShouldContain("/state, such as ruritania/");
        (await ledger.PageAsync("/polities/ruritania/timeline")).ShouldContain("placeholder=\"its id, such as ");
        using var answer = await ledger.Host.SendAsync("/batches", "{}", Tokens.OfEditor);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("such as ruritania/0001-example");

        var document = await (await ledger.Host.Scenario(scenario => scenario.Get.Url("/openapi/v1.json"))).ReadAsTextAsync();
        document.ShouldContain("For example: `ruritania`.");
        document.ShouldContain("For example: `ruritania/0001-example`.");
        document.ShouldNotContain("artsakh", Case.Insensitive);
        using var described = JsonDocument.Parse(document);
        var examples = described
            .RootElement.GetProperty("paths")
            .GetProperty("/facts")
            .GetProperty("post")
            .GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("examples");
        examples.EnumerateObject().Select(example => example.Name).ShouldContain("office-opened");
        examples.EnumerateObject().Select(example => example.Name).ShouldNotContain("office-closed");
        examples.GetProperty("office-opened").GetProperty("value").GetProperty("polity").GetString().ShouldBe("ruritania");
        (await ledger.PageAsync("/docs/schemas")).ShouldContain("example-almanac");
    }

    [Fact]
    public async Task The_record_that_the_program_comes_with_is_not_taken_in_unasked()
    {
        var import = await LedgerVerb.RunAsync(ledger.ConnectionString, "import");

        import.ExitCode.ShouldBe(1);
        import.Output.ShouldContain("name the folder of batches");
        (await ledger.PageAsync("/polities")).ShouldNotContain("artsakh/state");
    }

    private async Task<string> ProblemAsync(string address)
    {
        using var client = ledger.Host.Server.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
