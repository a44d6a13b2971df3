using ArtsakhLedger.Import;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

/// <summary>Entities and sources may stand in any batch of a run.</summary>
public sealed class SharedDescriptionsTests : IDisposable
{
    private const string Fact = """
        facts:
        - id: recognised
          type: recognition-passed
          date: "2008"
          actor: albania
          level: state
          citations:
          - source: gazette
            quote: Albania
        """;

    private const string Polities = """
        entities:
        - { id: kosovo, kind: polity, names: [{ text: Kosovo, language: en }], reason: test }
        - { id: albania, kind: polity, names: [{ text: Albania, language: en }], identifiers: [{ scheme: wikidata, value: Q222 }], coordinates: { latitude: 41, longitude: 20 }, reason: test }
        """;

    private const string Gazette = """
        sources:
        - { id: gazette, csl: { type: book, title: Gazette }, excerptOnly: true, reason: test }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("shared-").FullName;

    [Theory]
    [InlineData("common/0001-names")]
    [InlineData("kosovo/0002-names")]
    [InlineData("zambia/0009-names")]
    public void What_a_batch_names_may_be_described_in_any_other(string where)
    {
        Write("kosovo/0001-recognitions", "facts.yaml", Fact);
        Write(where, "entities.yaml", Polities);
        Write(where, "sources.yaml", Gazette);

        var (batches, problems) = BatchCheck.Read(folder);

        problems.ShouldBeEmpty();
        batches.SelectMany(batch => batch.Entries).Count().ShouldBe(4);
        batches.Single(batch => batch.Name == "kosovo/0001-recognitions").Entries[^1].Fact.Id.ShouldBe("recognised");
    }

    [Fact]
    public void The_same_description_twice_is_one()
    {
        Write("kosovo/0001-recognitions", "facts.yaml", Fact);
        Write("kosovo/0001-recognitions", "sources.yaml", Gazette);
        Write("common/0001-names", "entities.yaml", Polities);
        Write("kosovo/0002-names", "entities.yaml", Polities);

        var (batches, problems) = BatchCheck.Read(folder);

        problems.ShouldBeEmpty();
        batches.SelectMany(batch => batch.Entries).Select(entry => entry.Fact.Id).ShouldBeUnique();
    }

    [Fact]
    public void Two_different_descriptions_are_a_problem_that_names_both_places()
    {
        Write("kosovo/0001-recognitions", "facts.yaml", Fact);
        Write("kosovo/0001-recognitions", "sources.yaml", Gazette);
        Write("common/0001-names", "entities.yaml", Polities);
        Write("kosovo/0002-names", "entities.yaml", Polities.Replace("text: Albania", "text: Shqipëria", StringComparison.Ordinal));

        var problem = BatchCheck.Read(folder).Problems.ShouldHaveSingleItem();

        problem.File.ShouldBe(Path.Combine("kosovo", "0002-names", "entities.yaml"));
        problem.Line.ShouldBe(3);
        problem.Message.ShouldContain($"'albania' is described differently at {Path.Combine("common", "0001-names", "entities.yaml")}:3");
    }

    [Fact]
    public void A_party_that_nobody_describes_is_answered_with_the_nearest_ids_and_a_line_to_add()
    {
        Write("kosovo/0001-recognitions", "facts.yaml", Fact.Replace("actor: albania", "actor: albanya", StringComparison.Ordinal));
        Write("kosovo/0001-recognitions", "entities.yaml", Polities);
        Write("kosovo/0001-recognitions", "sources.yaml", Gazette);

        var problem = BatchCheck.Read(folder).Problems.ShouldHaveSingleItem();

        problem.Message.ShouldContain("did you mean 'albania'?");
        problem.Message.ShouldContain("- { id: albanya, kind: ");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string batch, string file, string yaml)
    {
        var path = Directory.CreateDirectory(Path.Combine([folder, .. batch.Split('/')])).FullName;
        File.WriteAllText(Path.Combine(path, file), yaml);
    }
}
