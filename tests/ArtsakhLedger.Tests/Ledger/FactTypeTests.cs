using System.Text.Json;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Recognitions;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

public sealed class FactTypeTests
{
    [Fact]
    public void Every_kind_of_fact_has_a_name_so_that_none_is_dropped() =>
        FactType.All.Select(type => type.Type).ShouldBe(
            typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract), ignoreOrder: true);

    [Fact]
    public void The_name_of_a_kind_is_that_of_its_record_in_kebab_case() =>
        FactType.All.ShouldAllBe(type => type.Name == JsonNamingPolicy.KebabCaseLower.ConvertName(type.Type.Name));

    [Fact]
    public void A_fact_survives_being_stored()
    {
        Fact fact = new RecognitionPassed
        {
            Id = "a-row",
            Polity = "artsakh",
            Date = EdtfDate.Parse("[..2001-07-04]"),
            Actor = Party.NotNamed("a non-UN member state", ["abkhazia"]),
            Level = ActorLevel.State,
            Votes = new() { For = 70, Against = 1 },
            Mutual = true,
            Citations = [new() { Source = "article", Quote = "July 4, 2001 or before", Start = 3, End = 25 }],
        };

        var json = JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options);
        var read = JsonSerializer.Deserialize(json, fact.GetType(), FactJson.Options);

        JsonSerializer.Serialize(read, fact.GetType(), FactJson.Options).ShouldBe(json);
        json.ShouldContain("\"level\":\"state\"");
        json.ShouldContain("\"actor\":{\"unnamed\":\"a non-UN member state\",\"mayBe\":[\"abkhazia\"]}");
    }

    [Fact]
    public void A_further_term_is_an_episode_of_its_own() =>
        new MinisterAppointed { Polity = "artsakh", Person = "somebody", Term = 2 }.Bearings().Single().Episode
            .ShouldBe("artsakh/foreign-minister/somebody/2");

    [Fact]
    public void A_recognition_has_a_direction()
    {
        new RecognitionPassed { Polity = "artsakh", Actor = "abkhazia", Level = ActorLevel.State }.Bearings()
            .Select(bearing => bearing.Episode).ShouldBe(["artsakh/recognition-by/abkhazia"]);
        new RecognitionPassed { Polity = "artsakh", Actor = "artsakh", Recognised = "abkhazia", Level = ActorLevel.State }.Bearings()
            .Select(bearing => bearing.Episode).ShouldBe(["artsakh/recognition-of/abkhazia"]);
        new RecognitionPassed { Polity = "artsakh", Actor = "abkhazia", Level = ActorLevel.State, Mutual = true }.Bearings()
            .Select(bearing => bearing.Episode).ShouldBe(["artsakh/recognition-by/abkhazia", "artsakh/recognition-of/abkhazia"]);
    }
}
