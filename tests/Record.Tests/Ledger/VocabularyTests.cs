using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Json.Schema;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

/// <summary>What holds for every type of fact that files and requests hold.</summary>
public sealed class VocabularyTests
{
    private static readonly JsonObject Schema = JsonNode
        .Parse(File.ReadAllText(Path.Combine(Repository.Events, "schema.json")))!
        .AsObject();

    // Where a thing lies and whom a source names with it stand beside the sentence; what a statement was about is in its own words.
    private static readonly string[] BesideTheSentence =
    [
        "office-opened/host",
        "office-attested/host",
        "office-accredited/host",
        "office-closed/host",
        "office-rank-changed/host",
        "towns-twinned/country",
        "towns-twinned/by",
        "membership-attested/beside",
        "statement-made/regarding",
    ];

    private static readonly JsonSchema Validator = JsonSchema.FromText(Schema.ToJsonString());

    /// <summary>All but texts of sources, which are archived with the text and not written by hand.</summary>
    public static TheoryData<string> Types =>
        [
            .. Schema["$defs"]!["fact"]!["oneOf"]!
                .AsArray()
                .Select(one => one!["$ref"]!.ToString()["#/$defs/".Length..])
                .Where(type => type != "snapshot-archived"),
        ];

    /// <summary>Those that say something of the polity rather than of the record.</summary>
    public static TheoryData<string> TypesWithStatements =>
        [
            .. FactType
                .All.Where(type => !type.IsAboutTheRecord && type.Name is not ("completeness-stated" or "claim-preferred"))
                .Select(type => type.Name),
        ];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_example_of_every_type_fits_its_schema(string type)
    {
        var file = new JsonObject { ["facts"] = new JsonArray(ExampleOf(type)) };

        Validator
            .Evaluate(JsonSerializer.SerializeToElement(file), new EvaluationOptions { OutputFormat = OutputFormat.List })
            .IsValid.ShouldBeTrue(type);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_example_of_every_type_is_read_and_written_as_it_is(string type)
    {
        var example = ExampleOf(type);
        var problems = new List<FactProblem>();
        var fact = FactReader.ForJson.ReadFact(example, problems);

        problems.ShouldBeEmpty();
        var written = FactJson.ContentOf(fact.ShouldNotBeNull());
        foreach (var (name, value) in example.Where(member => member.Key != "content"))
        {
            JsonNode.DeepEquals(written[name], value).ShouldBeTrue($"{name}: {written.ToJsonString()}");
        }

        JsonNode.DeepEquals(FactJson.ContentOf(FactReader.ForJson.ReadFact(written.DeepClone().AsObject(), [])!), written).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(TypesWithStatements))]
    public void Every_type_has_a_sentence_of_its_own_that_names_its_parties(string type)
    {
        var fact = FactReader.ForJson.ReadFact(ExampleOf(type), []).ShouldNotBeNull() with { Polity = "artsakh" };
        var names = new PartyNames("the Republic of Artsakh", id => $"<{id}>");
        var sentence = PartyNames.AsSentence(fact.InWords(names));

        fact.GetType().GetMethod(nameof(Fact.InWords))!.DeclaringType.ShouldNotBe(typeof(Fact), sentence);
        sentence.ShouldNotContain("  ");
        char.IsLower(sentence[0]).ShouldBeFalse(sentence);
        if (fact.Parties().FirstOrDefault(party => KnownPost.Named(party.ToString()) is null) is { } first)
        {
            sentence.ShouldContain(names[first]);
        }
    }

    [Theory]
    [MemberData(nameof(TypesWithStatements))]
    public void The_sentence_of_every_type_names_each_party_that_is_given(string type)
    {
        var content = ExampleOf(type);
        content["polity"] = "artsakh";
        var given = new List<string>();
        foreach (
            var member in FactJson
                .Options.GetTypeInfo(FactType.Named(type)!.Type)
                .Properties.Where(member => member.Set is not null && !BesideTheSentence.Contains($"{type}/{member.Name}"))
        )
        {
            var id = $"given-as-{JsonNamingPolicy.KebabCaseLower.ConvertName(member.Name)}";
            if (member.PropertyType == typeof(Party))
            {
                content[member.Name] = id;
                given.Add(id);
            }
            else if (member.PropertyType.IsAssignableTo(typeof(IEnumerable<Party>)))
            {
                content[member.Name] = new JsonArray(id, id + "-too");
                given.AddRange([id, id + "-too"]);
            }
        }

        var problems = new List<FactProblem>();
        var fact = FactReader.ForJson.ReadFact(content, problems).ShouldNotBeNull();
        var sentence = fact.InWords(new PartyNames("the Republic of Artsakh", id => $"<{id}>"));

        problems.ShouldBeEmpty();
        given.Where(id => !sentence.Contains($"<{id}>", StringComparison.Ordinal)).ShouldBeEmpty(sentence);
    }

    [Theory]
    [MemberData(nameof(TypesWithStatements))]
    public void What_every_type_tells_of_a_period_has_a_kind_that_can_be_asked_for(string type)
    {
        var fact = FactReader.ForJson.ReadFact(ExampleOf(type), []).ShouldNotBeNull() with { Polity = "artsakh" };
        foreach (var link in fact.EpisodeLinks())
        {
            EpisodeKind.Named(link.Kind.Name).ShouldBe(link.Kind);
            link.Episode.ShouldStartWith($"artsakh/{link.Kind.Name}");
            link.Kind.StatementOf(new("the Republic of Artsakh", "Abkhazia", new Dictionary<string, string>()))
                .ShouldNotBeNullOrWhiteSpace();
        }

        if (fact.BeginsPhase() is not null)
        {
            fact.EpisodeLinks().ShouldNotBeEmpty("a phase is a part of a period");
        }
    }

    private static JsonObject ExampleOf(string type) => Schema["$defs"]![type]!["examples"]![0]!.DeepClone().AsObject();
}
