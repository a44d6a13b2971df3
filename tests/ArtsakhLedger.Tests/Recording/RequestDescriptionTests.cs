using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Recording;

[OnEveryPostgres]
public sealed class RequestDescriptionTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public async Task The_OpenAPI_document_has_a_schema_and_an_example_of_every_kind_of_fact()
    {
        var document = await ledger.Host.QueryAsync("/openapi/v1.json");
        var schemas = document["components"]!["schemas"]!.AsObject();
        var examples = document["paths"]!["/facts"]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        foreach (var type in FactType.All.Where(type => !type.IsAboutTheRecord))
        {
            schemas.ShouldContainKey(type.Name);
            examples.ShouldContainKey(type.Name);
        }

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            item!["post"]?["requestBody"].ShouldNotBeNull(path);
        }
    }

    [Fact]
    public async Task Every_example_is_a_fact_that_can_be_read_and_has_no_field_that_its_schema_lacks()
    {
        var document = await ledger.Host.QueryAsync("/openapi/v1.json");
        var examples = document["paths"]!["/facts"]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();
        foreach (var (kind, example) in examples)
        {
            var problems = new List<FactProblem>();
            FactReader.ForJson.ReadFact(example!["value"]!.DeepClone().AsObject(), problems).ShouldNotBeNull(kind);
            problems.ShouldBeEmpty(kind);
            example["value"]!
                .AsObject()
                .Select(field => field.Key)
                .ShouldBeSubsetOf(document["components"]!["schemas"]![kind]!["properties"]!.AsObject().Select(field => field.Key), kind);
        }

        examples["office-opened"]!["value"]!["polity"]!.ToString().ShouldBe("artsakh");
    }

    [Fact]
    public void Text_that_says_nothing_of_a_problem_is_a_problem_of_none() =>
        JsonBody.ProblemsOf(JsonNode.Parse("""{ "a": ["b", 1, null, { "c": true }] }""")).ShouldBeEmpty();
}
