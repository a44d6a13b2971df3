using ArtsakhLedger.Corrections;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Corrections;

public sealed class FactsAsKnownTests
{
    [Fact]
    public void A_correction_replaces_what_a_fact_says_and_keeps_its_place()
    {
        var known = new FactsAsKnown(Of(Opened("office", "2012", "a"), Corrected("mend", "office", Opened("", "2013", "b"))));

        var fact = known.Find("office")!;
        fact.Content.Date.ToString().ShouldBe("2013");
        fact.Content.Citations.Single().Source.ShouldBe("b");
        fact.Recorded.Fact.Date.ToString().ShouldBe("2012");
        known.InForce[0].Position.ShouldBe(1);
        known.InForce[0].Fact.Date.ToString().ShouldBe("2013");
    }

    [Fact]
    public void A_retraction_takes_a_fact_out_and_a_reinstatement_brings_it_back_as_it_last_stood()
    {
        var facts = new List<ArtsakhLedger.Facts.Fact>
        {
            Opened("office", "2012", "a"),
            Corrected("mend", "office", Opened("", "2013", "b")),
            Retracted("out", "office"),
        };
        new FactsAsKnown(Of(facts)).Find("office")!.InForce.ShouldBeFalse();

        facts.Add(Reinstated("back", "office"));
        var back = new FactsAsKnown(Of(facts)).Find("office")!;
        back.InForce.ShouldBeTrue();
        back.Content.Date.ToString().ShouldBe("2013");
    }

    [Fact]
    public void A_correction_that_is_retracted_leaves_what_stood_before_it()
    {
        var known = new FactsAsKnown(
            Of(Opened("office", "2012", "a"), Corrected("mend", "office", Opened("", "2013", "b")), Retracted("out", "mend"))
        );

        known.Find("office")!.Content.Date.ToString().ShouldBe("2012");
        known.Find("office")!.Version.Fact.Id.ShouldBe("office");
    }

    [Fact]
    public void A_retraction_that_is_retracted_takes_nothing_out_however_long_the_chain()
    {
        var facts = new List<ArtsakhLedger.Facts.Fact> { Opened("office", "2012", "a") };
        for (var i = 0; i < 20_000; i++)
        {
            facts.Add(Retracted($"out-{i}", i == 0 ? "office" : $"out-{i - 1}"));
            if (i is 0 or 1 or 2 or 19_999)
            {
                new FactsAsKnown(Of(facts)).Find("office")!.InForce.ShouldBe(i % 2 == 1);
            }
        }
    }
}
