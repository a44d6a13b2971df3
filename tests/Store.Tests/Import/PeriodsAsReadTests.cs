using ArtsakhLedger.Import;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Import;

/// <summary>Whoever writes a batch is told how things with several periods are read.</summary>
public sealed class PeriodsAsReadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("periods-").FullName;

    [Fact]
    public void Each_thing_with_several_periods_is_told_with_the_facts_of_each()
    {
        Write("");

        var (batches, problems) = BatchCheck.Read(folder);

        problems.ShouldBeEmpty();
        PeriodsAsRead
            .In(batches)
            .ShouldBe([
                "kosovo/recognition-by/albania has 2 periods: 1. from 2008 (recognised) to 2010 (withdrew); 2. from 2012 (renewed)",
            ]);
    }

    [Theory]
    [InlineData(0, "write 1 or more")]
    [InlineData(5, "2 periods are told so far")]
    public void A_period_that_there_cannot_be_is_a_problem_of_its_line(int term, string says)
    {
        Write($"term: {term}");

        var (_, problems) = BatchCheck.Read(folder);

        problems.ShouldHaveSingleItem().ToString().ShouldContain(says);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string term)
    {
        var batch = Directory.CreateDirectory(Path.Combine(folder, "kosovo", "0001-recognitions")).FullName;
        File.WriteAllText(
            Path.Combine(batch, "entities.yaml"),
            """
            entities:
            - { id: kosovo, kind: polity, names: [{ text: Kosovo, language: en }], reason: test }
            - { id: albania, kind: polity, names: [{ text: Albania, language: en }], reason: test }
            """
        );
        File.WriteAllText(
            Path.Combine(batch, "sources.yaml"),
            """
            sources:
            - { id: gazette, csl: { type: book, title: Gazette }, excerptOnly: true, reason: test }
            """
        );
        File.WriteAllText(
            Path.Combine(batch, "facts.yaml"),
            $$"""
            facts:
            - { id: recognised, type: recognition-passed, date: "2008", actor: albania, level: state, citations: [{ source: gazette, quote: a }] }
            - { id: withdrew, type: recognition-rescinded, date: "2010", actor: albania, level: state, citations: [{ source: gazette, quote: b }] }
            - { id: renewed, type: recognition-passed, date: "2012", actor: albania, level: state, citations: [{ source: gazette, quote: c }] }
            {{(
                term.Length == 0
                    ? ""
                    : $"- {{ id: further, type: recognition-passed, date: \"2020\", {term}, actor: albania, level: state, citations: [{{ source: gazette, quote: d }}] }}"
            )}}
            """
        );
    }
}
