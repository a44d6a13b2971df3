using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Json.Schema;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Entities;

/// <summary>What an identifier may be: the search, requests, files and the schema agree.</summary>
public sealed class EntityIdentifierTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() =>
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Events, "schema.json")))!;
        return JsonSchema.FromText(
            new JsonObject { ["$ref"] = "#/$defs/identifier", ["$defs"] = file["$defs"]!.DeepClone() }.ToJsonString()
        );
    });

    [Theory]
    [InlineData("wikidata", "Q148")]
    [InlineData("iso3166", "AM")]
    [InlineData("iso3166", "ARM")]
    [InlineData("iso3166", "051")]
    [InlineData("iso3166", "US-CA")]
    [InlineData("geonames", "616051")]
    [InlineData("viaf", "132441531")]
    [InlineData("cow", "371")]
    [InlineData("gw", "371")]
    [InlineData("isil", "AM-NLA")]
    public void A_scheme_with_a_value_of_its_form_is_an_identifier(string scheme, string value)
    {
        var identifier = EntityIdentifier.Parse($"{scheme}:{value}").ShouldNotBeNull();

        identifier.ToString().ShouldBe($"{scheme}:{value}");
        Everywhere(scheme, value).ShouldBe((true, true, true));
    }

    [Theory]
    [InlineData("+1", "AM")]
    [InlineData("-0", "Q148")]
    [InlineData("1", "AM")]
    [InlineData(" iso3166", "AM")]
    [InlineData("iso3166 ", "AM")]
    [InlineData("Iso3166", "AM")]
    [InlineData("wikidata,iso3166", "AM")]
    [InlineData("iso-3166", "AM")]
    [InlineData("", "AM")]
    [InlineData("wikidata", "q148")]
    [InlineData("wikidata", "148")]
    [InlineData("iso3166", "Am")]
    [InlineData("iso3166", "US-")]
    [InlineData("geonames", "0616051")]
    [InlineData("viaf", "")]
    [InlineData("cow", "3710")]
    [InlineData("gw", "+37")]
    [InlineData("gw", "٣٧١")]
    [InlineData("isil", "AM-NLA-OF-A-LIBRARY")]
    public void Anything_else_is_none(string scheme, string value)
    {
        EntityIdentifier.Parse($"{scheme}:{value}").ShouldBeNull();

        Everywhere(scheme, value).ShouldBe((false, false, false));
    }

    [Fact]
    public void A_line_break_after_a_value_is_not_a_part_of_it()
    {
        EntityIdentifier.Parse("wikidata:Q148\n").ShouldBeNull();
        IsAccepted(FactReader.ForJson, "wikidata", "Q148\n").ShouldBeFalse();
    }

    /// <summary>Whether a request, a file and the schema accept it.</summary>
    private static (bool Request, bool File, bool Schema) Everywhere(string scheme, string value) =>
        (
            IsAccepted(FactReader.ForJson, scheme, value),
            IsAccepted(FactReader.ForYaml, scheme, value),
            Schema.Value.Evaluate(JsonSerializer.SerializeToElement(Written(scheme, value))).IsValid
        );

    private static bool IsAccepted(FactReader reader, string scheme, string value)
    {
        var problems = new List<FactProblem>();
        var described = reader.ReadFact(
            new()
            {
                ["id"] = "entity-armenia",
                ["type"] = "entity-described",
                ["entity"] = "armenia",
                ["kind"] = "polity",
                ["names"] = new JsonArray(new JsonObject { ["text"] = "Armenia", ["language"] = "en" }),
                ["identifiers"] = new JsonArray(Written(scheme, value)),
                ["reason"] = "test",
            },
            problems
        );
        return described is EntityDescribed { Identifiers: [{ } identifier] } && problems.Count == 0 && identifier.HasForm();
    }

    private static JsonObject Written(string scheme, string value) => new() { ["scheme"] = scheme, ["value"] = value };
}
