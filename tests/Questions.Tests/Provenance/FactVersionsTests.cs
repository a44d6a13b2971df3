using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Provenance;
using ArtsakhLedger.Tests.Corrections;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Provenance;

public sealed class FactVersionsTests
{
    private static readonly JsonObject Definitions = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Events, "schema.json")))![
        "$defs"
    ]!.AsObject();

    public static TheoryData<string> TypesWithReasons =>
        [.. FactType.All.Select(type => type.Name).Where(type => ExampleOf(type)?["reason"] is not null)];

    [Theory]
    [MemberData(nameof(TypesWithReasons))]
    public void A_version_tells_the_reason_that_was_given(string type)
    {
        var example = ExampleOf(type)!;
        var fact = FactReader.ForJson.ReadFact(example, []).ShouldNotBeNull();

        new FactVersion(Entries.Of(fact)[0], fact, InForce: true).Reason.ShouldBe(example["reason"]!.ToString());
    }

    [Fact]
    public void The_history_of_an_identification_of_two_acts_tells_why_they_are_one_and_why_it_was_taken_back()
    {
        var facts = new FactsAsKnown(
            Entries.Of(
                Entries.Opened("office", "2018-01", "a"),
                Entries.Opened("same-office", "2018", "b"),
                new FactsIdentified
                {
                    Id = "one-office",
                    Target = "office",
                    Same = "same-office",
                    Reason = "both tell of the opening by the minister",
                },
                Entries.Retracted("one-office-retracted", "one-office")
            )
        );

        FactVersions
            .Of("one-office", facts)
            .Select(version => version.Reason)
            .ShouldBe(["both tell of the opening by the minister", "a slip"]);
    }

    private static JsonObject? ExampleOf(string type) => Definitions[type]?["examples"]?[0]?.DeepClone().AsObject();
}
