using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Pages.Contributing;
using ArtsakhLedger.Pages.Problems;
using ArtsakhLedger.Vocabulary;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Contributing;

public sealed class FactOfFormTests
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Schemas = FactSchemas.OfRequests();

    public static TheoryData<string> Kinds => [.. FactSchemas.KindsIn(Schemas)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_example_of_every_kind_comes_out_of_its_form_as_it_is(string kind)
    {
        var example = Schemas[kind]["examples"]![0]!.DeepClone().AsObject();
        example["id"] = "an-id";

        ShouldComeOut(example);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_form_of_every_kind_has_every_field_of_its_schema(string kind)
    {
        var fields = FactForm.Of(kind)!;

        fields
            .Select(field => field.Name)
            .Append("type")
            .Append("citations")
            .ShouldBe(Schemas[kind]["properties"]!.AsObject().Select(property => property.Key), ignoreOrder: true);
        foreach (var required in Schemas[kind]["required"]!.AsArray().Select(name => name!.ToString()).Except(["type", "citations"]))
        {
            fields.Single(field => field.Name == required).IsRequired.ShouldBeTrue(required);
        }

        FactForm
            .Citation.Select(field => field.Name)
            .ShouldBe(Schemas["citation"]["properties"]!.AsObject().Select(property => property.Key), ignoreOrder: true);
    }

    [Fact]
    public void Unnamed_parties_votes_choices_and_several_citations_come_out_as_they_are() =>
        ShouldComeOut(
            JsonNode
                .Parse(
                    """
                    {
                      "type": "position-stated", "id": "x", "polity": "artsakh", "date": "[..2001-07-04]", "actor": { "unnamed": "a U.S. state", "mayBe": ["maine", "vermont"] }, "level": "sub-national",
                      "votes": { "for": 70, "against": 1 }, "unanimous": true, "urged": ["armenia", { "unnamed": "the government" }, { "unnamed": "a state: or two", "mayBe": ["maine", "vermont"] }],
                      "positions": ["non-recognition", "recognition-urged"], "note": "in its\n\nown words",
                      "citations": [
                        { "source": "a", "quote": "one\n\ntwo", "prefix": " before ", "suffix": "\nafter" },
                        { "source": "b", "quote": "three", "start": 4, "end": 9, "snapshot": "00" }
                      ]
                    }
                    """
                )!
                .AsObject()
        );

    [Fact]
    public void A_party_with_a_name_of_its_time_comes_out_as_it_is() =>
        ShouldComeOut(
            JsonNode
                .Parse(
                    """
                    {
                      "type": "recognition-passed", "id": "x", "polity": "artsakh", "date": "1957", "actor": { "id": "ghana", "as": "the Gold Coast" }, "level": "state",
                      "urged": [{ "id": "benin", "as": "Dahomey" }, "togo"], "citations": [{ "source": "a", "quote": "one" }]
                    }
                    """
                )!
                .AsObject()
        );

    [Fact]
    public void What_fits_no_field_is_refused_by_the_reader_of_facts_at_its_place()
    {
        var boxes = new Dictionary<string, IReadOnlyList<string>>
        {
            ["polity"] = ["artsakh"],
            ["city"] = ["paris"],
            ["city/unnamed"] = ["a town"],
            ["term"] = ["second"],
            ["citations/0/source"] = ["s"],
            ["citations/0/quote"] = ["q"],
            ["citations/0/start"] = ["1.5"],
        };
        var problems = new List<FactProblem>();
        FactReader.ForJson.ReadFact(FactFromForm.Of(new("office-opened", boxes, 1, "", Button.Preview)), problems);

        problems.Select(problem => problem.Pointer).ShouldBe(["/city", "/term", "/citations/0/start"], ignoreOrder: true);
    }

    [Fact]
    public void A_form_that_was_left_empty_lacks_what_is_needed_each_at_its_box()
    {
        var form = FilledForm.Empty("territory-held", null);
        var problems = new List<FactProblem>();
        FactReader.ForJson.ReadFact(FactFromForm.Of(form), problems);

        FormProblem
            .Of(new ShownProblem(422, "invalid-fact", "", "", null) { Errors = problems }, form)
            .Select(problem => problem.Box)
            .ShouldBe(["territory", "citations/0/source", "citations/0/quote"], ignoreOrder: true);
    }

    private static void ShouldComeOut(JsonObject fact)
    {
        var made = FactFromForm.Of(TypedForm.Of(fact));

        JsonNode
            .DeepEquals(JsonNode.Parse(made.ToJsonString()), JsonNode.Parse(fact.ToJsonString()))
            .ShouldBeTrue($"{made.ToJsonString()}\n{fact.ToJsonString()}");
    }
}
