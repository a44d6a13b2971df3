using System.Text.Json.Nodes;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Pages.Facts;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Facts;

public sealed class FactFieldsTests
{
    [Theory]
    [InlineData(
        """{ "unnamed": "Abkhazia, South Ossetia and Transnistria" }""",
        "Abkhazia, South Ossetia and Transnistria (as in the source; it has no entry of its own)"
    )]
    [InlineData(
        """{ "unnamed": "a state", "mayBe": ["abkhazia", "transnistria"] }""",
        "a state (the source does not say who), may be abkhazia, may be transnistria"
    )]
    public void A_party_without_an_entry_is_called_as_its_source_calls_it_and_said_to_be_left_open_only_where_it_is(
        string by,
        string shown
    ) =>
        string.Join(
                ", ",
                FactFields
                    .Of(new JsonObject { ["by"] = JsonNode.Parse(by) }, new EntityRegister([]))
                    .Single()
                    .Values.Select(value => value.Text)
            )
            .ShouldBe(shown);
}
