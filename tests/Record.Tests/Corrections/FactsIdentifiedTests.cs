using ArtsakhLedger.Corrections;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Corrections;

public sealed class FactsIdentifiedTests
{
    [Fact]
    public void The_second_of_two_facts_that_are_one_act_corroborates_the_first_with_what_is_recorded_about_it()
    {
        var known = new FactsAsKnown(
            Of(Opened("first", "2012", "a"), Opened("second", "2012-05", "b"), Corroborated("more", "second", "c"), Same("first", "second"))
        );

        known.InForce.Where(entry => entry.Fact is not AboutFact).Select(entry => entry.Fact.Id).ShouldBe(["first"]);
        known
            .OpinionsOn("first")
            .Select(opinion => (opinion.Fact.Id, opinion.Fact.Date?.ToString(), opinion.Fact.Sources()[0]))
            .ShouldBe([("second", "2012-05", "b"), ("more", null, "c")]);
        known.Find("second")!.InForce.ShouldBeTrue("it is still there to see");
    }

    [Fact]
    public void Facts_are_identified_one_after_another_and_in_a_circle_to_no_harm()
    {
        var known = new FactsAsKnown(
            Of(
                Opened("one", "2012", "a"),
                Opened("two", "2012", "b"),
                Opened("three", "2012", "c"),
                Same("two", "three"),
                Same("one", "two"),
                Same("three", "one")
            )
        );

        known.InForce.Where(entry => entry.Fact is not AboutFact).Select(entry => entry.Fact.Id).ShouldBe(["one"]);
        known.OpinionsOn("one").Select(opinion => opinion.Fact.Id).ShouldBe(["two", "three"]);
    }

    [Fact]
    public void A_retracted_identification_leaves_two_facts() =>
        new FactsAsKnown(
            Of(Opened("first", "2012", "a"), Opened("second", "2012-05", "b"), Same("first", "second"), Retracted("out", "second-is-first"))
        )
            .InForce.Select(entry => entry.Fact.Id)
            .ShouldBe(["first", "second", "out"]);

    private static FactsIdentified Same(string fact, string same) =>
        new()
        {
            Id = $"{same}-is-{fact}",
            Target = fact,
            Same = same,
            Reason = "one act",
        };

    private static FactCorroborated Corroborated(string id, string target, string source) =>
        new()
        {
            Id = id,
            Target = target,
            Citations = [Cite(source)],
        };
}
