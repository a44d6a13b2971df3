using System.Reflection;
using System.Text.Json;
using ArtsakhLedger.CommandLine;
using ArtsakhLedger.Guides;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using JasperFx.CommandLine;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.OwnLedgers;

/// <summary>A ledger of one's own has nothing of another record in it: whatever is asked, only the program is called ArtsakhLedger.</summary>
public sealed class EmptyLedgerTests(EmptyOwnLedger ledger) : IClassFixture<EmptyOwnLedger>
{
    private static readonly string[] NoAnswers =
    [
        "/polities/nowhere/state?on=2006-06-01",
        "/polities/nowhere/state",
        "/polities/nowhere/state?on=garbage",
        "/polities/nowhere/state?on=2006&known-at=0001-article",
        "/polities/nowhere/state?on=2006&known-at=yesterday%20noon",
        "/polities/nowhere/state?on=2006&known-at=0",
        "/polities/nowhere/state?on=2006&known-at=9",
        "/polities/nowhere/timeline",
        "/polities/nowhere/changes?from=1997&to=2002",
        "/polities/nowhere/contradictions",
        "/polities/nowhere/relations/nobody?on=2006",
        "/episodes/nowhere/office/nobody",
        "/facts/nothing",
        "/facts/nothing/history",
        "/facts/nothing/provenance",
        "/facts/nothing/proof",
        "/facts?batch=nowhere",
        "/facts?polity=nowhere&kind=embassy",
        "/entities/nobody",
        "/entities?identifier=nothing:1",
        "/entities?known-at=0001-article",
        "/sources/nothing",
        "/sources/nothing/passages",
        "/dates?edtf=nothing",
        "/guide/nothing",
        "/no-such-address",
        "/polities?page=3",
    ];

    private static readonly string[] Answers =
    [
        "/",
        "/polities",
        "/entities",
        "/entities?q=nobody",
        "/facts",
        "/sources",
        "/batches",
        "/contribute",
        "/contribute?polity=nowhere",
        "/docs",
        "/docs/schemas",
        "/openapi/v1.json",
        "/guide",
        "/dates?edtf=199X",
        "/health/ready",
        "/health/live",
        "/log/checkpoint",
        "/log/vkey",
    ];

    public static TheoryData<string> Addresses =>
        [.. Answers, .. NoAnswers, .. FactType.All.Select(type => $"/contribute?type={type.Name}")];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_answer_names_another_record(string address)
    {
        using var client = ledger.Host.Server.CreateClient();
        foreach (var accept in new[] { "application/json, application/problem+json, */*;q=0.1", "text/html" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

            ((int)answer.StatusCode).ShouldBeLessThan(500);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            ShouldNameNoRecord($"{answer}\n{body}");
        }
    }

    [Fact]
    public async Task No_refusal_to_record_names_another_record()
    {
        foreach (
            var (address, body, token) in new (string, string, string?)[]
            {
                ("/facts", "{}", null),
                ("/facts", "{}", "nonsense"),
                ("/facts", "{}", Tokens.OfEditor),
                ("/facts", """{ "type": "nonsense" }""", Tokens.OfEditor),
                ("/facts", """{ "type": "office-opened", "polity": "nowhere", "city": "nobody", "citations": [] }""", Tokens.OfEditor),
                ("/facts/nothing/retractions", """{ "reason": "none" }""", Tokens.OfContributor),
                ("/facts/nothing/retractions", """{ "reason": "none" }""", Tokens.OfEditor),
                ("/entities", """{ "id": "X" }""", Tokens.OfEditor),
                ("/sources", """{ "id": "x" }""", Tokens.OfEditor),
                ("/preferences", "{}", Tokens.OfEditor),
                ("/batches?batch=nonsense", "{}", Tokens.OfEditor),
                ("/batches", "{}", Tokens.OfEditor),
            }
        )
        {
            using var answer = await ledger.Host.SendAsync(address, body, token);

            ((int)answer.StatusCode).ShouldBeInRange(400, 499);
            ShouldNameNoRecord($"{answer}\n{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }
    }

    [Fact]
    public void No_help_names_another_record()
    {
        var said = typeof(Verbs)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties().Cast<MemberInfo>().Prepend(type))
            .Select(member => member.GetCustomAttribute<DescriptionAttribute>()?.Description)
            .OfType<string>()
            .ToList();

        said.ShouldContain("The id of the polity");
        said.Count.ShouldBeGreaterThan(40);
        said.ForEach(ShouldNameNoRecord);
    }

    [Fact]
    public async Task The_guides_are_those_of_the_program_and_one_of_them_is_about_a_record_of_ones_own()
    {
        (await ledger.PageAsync("/polities")).ShouldContain("href=\"/guide/your-own-record\"");
        (await ledger.PageAsync("/guide/your-own-record")).ShouldNotContain("The examples in the guides");
        var guide = await ledger.PageAsync("/guide/your-own-record");
        guide.ShouldContain("<title>Your own record – Foreign relations of Ruritania &amp; Graustark</title>");
        Guide.Find("your-own-record").ShouldNotBeNull();
        (await ledger.PageAsync("/guide/ask")).ShouldContain("The examples in the guides ask the record that the program comes with");
    }

    [Fact]
    public async Task The_description_for_programs_has_no_examples_yet()
    {
        using var document = JsonDocument.Parse(
            await (await ledger.Host.Scenario(scenario => scenario.Get.Url("/openapi/v1.json"))).ReadAsTextAsync()
        );

        document.RootElement.GetProperty("info").GetProperty("title").GetString().ShouldBe(OwnLedger.Name);
        document.RootElement.GetRawText().ShouldNotContain("\"examples\":{\"");
    }

    /// <summary>Holds that a text names no record but its own.</summary>
    private static void ShouldNameNoRecord(string text) =>
        text.Replace(LedgerName.Default.Text, "", StringComparison.Ordinal).ShouldNotContain("artsakh", Case.Insensitive);
}
