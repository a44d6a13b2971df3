using System.Globalization;
using System.Text.Json.Nodes;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Provenance;

/// <summary>The linked data of a fact, as a JSON-LD processor reads it.</summary>
public sealed class LinkedDataTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    private const string Oa = "http://www.w3.org/ns/oa#";
    private const string Prov = "http://www.w3.org/ns/prov#";
    private const string Fact = "/facts/naira-melkumian-foreign-minister";

    [Fact]
    public async Task A_JSON_LD_processor_finds_what_the_Web_Annotation_model_and_PROV_ask_for()
    {
        Assert.SkipUnless(JsonLdProcessor.IsThere, "the processor needs node and npm, which are not on this machine");
        var host = ledger.Host;
        await host.RecordAsync(
            "/sources",
            """{ "id": "gazette", "csl": { "type": "article", "title": "The Gazette" }, "excerptOnly": true, "reason": "test" }""",
            Tokens.OfContributor
        );
        await host.RecordAsync(
            $"{Fact}/corroborations",
            """{ "citations": [{ "source": "gazette", "quote": "Melkumian was minister", "prefix": "Naira " }] }""",
            Tokens.OfContributor
        );
        await host.RecordAsync(
            $"{Fact}/denials",
            """{ "citations": [{ "source": "gazette", "quote": "she never was" }] }""",
            Tokens.OfContributor
        );
        await host.ChangeAsync(Fact["/facts/".Length..], "retractions", """{ "reason": "to see it end" }""");
        await host.ChangeAsync(Fact["/facts/".Length..], "reinstatements", """{ "reason": "and begin again" }""");

        var documents = await JsonLdProcessor.ExpandAsync(
            await LinkedAsync($"{Fact}/provenance"),
            await LinkedAsync("/facts/artsakh-dissolved/provenance"),
            await LinkedAsync("/facts/source-gazette/provenance")
        );

        foreach (var nodes in documents)
        {
            nodes.Where(node => Types(node!).Contains($"{Oa}Annotation")).ToList().ForEach(ShouldBeAnAnnotation!);
        }

        var graph = documents[0];
        graph
            .Count(node => Types(node!).Contains($"{Oa}Annotation"))
            .ShouldBe((await host.QueryAsync($"{Fact}/provenance"))["citations"]!.AsArray().Count);
        var versions = graph.Where(node => Link(node!, $"{Prov}specializationOf") == $"https://ledger.example{Fact}").ToList();
        versions.Count.ShouldBe(2);
        Link(versions[0]!, $"{Prov}wasInvalidatedBy").ShouldNotBeNull();
        Link(versions[1]!, $"{Prov}wasRevisionOf").ShouldBe(Id(versions[0]!));
        foreach (var version in versions)
        {
            var agent = graph.Single(node => Id(node!) == Link(version!, $"{Prov}wasAttributedTo"));
            Types(agent!).ShouldContain($"{Prov}Agent");
            Types(graph.Single(node => Id(node!) == Link(version!, $"{Prov}wasGeneratedBy"))!).ShouldContain($"{Prov}Activity");
            ShouldBeAnInstant(version!, $"{Prov}generatedAtTime");
        }

        var snapshot = graph.Single(node => Id(node!)!.StartsWith("ni:///sha-256;", StringComparison.Ordinal))!;
        Link(snapshot, $"{Prov}specializationOf").ShouldBe("https://ledger.example/sources/wikipedia-foreign-relations-of-artsakh");
    }

    [Theory]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/ld+json, */*;q=0.1", "application/ld+json")]
    [InlineData("application/json;q=0.5, application/ld+json", "application/ld+json")]
    [InlineData("application/json, application/ld+json;q=0.5", "application/json")]
    [InlineData("*/*", "application/json")]
    public async Task It_is_given_to_whoever_asks_for_it(string accept, string type)
    {
        var result = await ledger.Host.Scenario(scenario =>
        {
            scenario.Get.Url("/facts/artsakh-dissolved/provenance");
            scenario.WithRequestHeader("Accept", accept);
        });

        result.Context.Response.ContentType!.ShouldStartWith(type);
        result.Context.Response.Headers.Vary.ToString().ShouldContain("Accept");
    }

    /// <summary>What sections 3 and 4 of the Web Annotation Data Model say an annotation, its target and its selectors must have.</summary>
    private static void ShouldBeAnAnnotation(JsonNode annotation)
    {
        Uri.IsWellFormedUriString(Id(annotation), UriKind.Absolute).ShouldBeTrue();
        Types(annotation).ShouldBe([$"{Oa}Annotation"]);
        Link(annotation, $"{Oa}hasBody").ShouldNotBeNull();
        Link(annotation, $"{Oa}motivatedBy")!.ShouldBeOneOf($"{Oa}linking", $"{Oa}questioning");
        Link(annotation, "http://purl.org/dc/terms/creator").ShouldNotBeNull();
        ShouldBeAnInstant(annotation, "http://purl.org/dc/terms/created");

        var target = annotation[$"{Oa}hasTarget"]!.AsArray().ShouldHaveSingleItem()!;
        Types(target).ShouldBe([$"{Oa}SpecificResource"]);
        Uri.TryCreate(Link(target, $"{Oa}hasSource"), UriKind.Absolute, out _).ShouldBeTrue();
        var selectors = target[$"{Oa}hasSelector"]!.AsArray();
        var quote = selectors.Single(selector => Types(selector!).Contains($"{Oa}TextQuoteSelector"))!;
        quote[$"{Oa}exact"]!.AsArray().ShouldHaveSingleItem()!["@value"]!.ToString().ShouldNotBeEmpty();
        foreach (var beside in new[] { quote[$"{Oa}prefix"], quote[$"{Oa}suffix"] })
        {
            (beside?.AsArray().Count ?? 0).ShouldBeLessThanOrEqualTo(1);
        }

        foreach (var position in selectors.Where(selector => Types(selector!).Contains($"{Oa}TextPositionSelector")))
        {
            Number(position!, $"{Oa}start").ShouldBeLessThan(Number(position!, $"{Oa}end"));
            Number(position!, $"{Oa}start").ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    private static void ShouldBeAnInstant(JsonNode node, string property)
    {
        var value = node[property]!.AsArray().ShouldHaveSingleItem()!;
        value["@type"]!.ToString().ShouldBe("http://www.w3.org/2001/XMLSchema#dateTime");
        DateTimeOffset.TryParse(value["@value"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _).ShouldBeTrue();
        value["@value"]!.ToString().ShouldEndWith("Z");
    }

    private static int Number(JsonNode node, string property) =>
        int.Parse(node[property]!.AsArray().ShouldHaveSingleItem()!["@value"]!.ToString(), CultureInfo.InvariantCulture);

    private static string? Id(JsonNode node) => node["@id"]?.ToString();

    private static IReadOnlyList<string> Types(JsonNode node) => [.. (node["@type"]?.AsArray() ?? []).Select(type => type!.ToString())];

    private static string? Link(JsonNode node, string property) => node[property]?.AsArray().ShouldHaveSingleItem()!["@id"]?.ToString();

    private async Task<string> LinkedAsync(string address) =>
        await (
            await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url(address);
                scenario.WithRequestHeader("Accept", "application/ld+json");
            })
        ).ReadAsTextAsync();
}
