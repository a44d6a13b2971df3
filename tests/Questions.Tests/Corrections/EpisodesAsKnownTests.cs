using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using Edtf;
using Shouldly;
using Xunit;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Corrections;

/// <summary>What corrections, further sources, denials, preferences and identities do to an episode (INTERFACES, section 1).</summary>
public sealed class EpisodesAsKnownTests
{
    private const string Paris = "artsakh/office/paris";

    [Fact]
    public void An_episode_with_no_fact_left_does_not_exist() =>
        Known(Opened("office", "2012", "a"), Retracted("out", "office")).Episodes.ShouldBeEmpty();

    [Fact]
    public void A_correction_may_move_a_fact_to_another_episode() =>
        Known(Opened("office", "2012", "a"), Corrected("mend", "office", Opened("", "2012", "a", "lyon")))
            .Episodes.Single()
            .Id.ShouldBe("artsakh/office/lyon");

    [Fact]
    public void A_corroboration_gives_its_source_the_same_claim_with_its_own_date_where_it_states_one()
    {
        var same = new FactCorroborated
        {
            Id = "more",
            Target = "office",
            Citations = [Cite("b")],
        };
        Known(Opened("office", "2012", "a"), same)
            .Episodes.Single()
            .Claims.Select(claim => (claim.Id, claim.Start.ToString()))
            .ShouldBe([($"{Paris}@a", "2012"), ($"{Paris}@b", "2012")]);

        Known(Opened("office", "2012", "a"), same with { Date = EdtfDate.Parse("2013-05") })
            .Episodes.Single()
            .Claims[1]
            .Start.ToString()
            .ShouldBe("2013-05");
    }

    [Fact]
    public void A_corroboration_falls_with_the_fact_that_it_corroborates() =>
        Known(
            Opened("office", "2012", "a"),
            new FactCorroborated
            {
                Id = "more",
                Target = "office",
                Citations = [Cite("b")],
            },
            Retracted("out", "office")
        )
            .Episodes.ShouldBeEmpty();

    [Fact]
    public void A_denial_makes_a_certain_fact_only_possible_until_it_is_set_aside()
    {
        Fact[] facts =
        [
            Opened("office", "2012/2015", "a"),
            new FactDenied
            {
                Id = "no",
                Target = "office",
                Citations = [Cite("b")],
            },
        ];
        Known(facts).Resolution[Paris].On(Day(2013)).ShouldBe(Certainty.Possible);

        var settled = Known([.. facts, Preferred($"{Paris}@a", "no")]);
        settled.Resolution[Paris].On(Day(2013)).ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void A_denial_of_a_fact_that_closes_is_one_of_the_end()
    {
        var closed = new ArtsakhLedger.Offices.OfficeClosed
        {
            Id = "closed",
            City = "paris",
            Date = EdtfDate.Parse("2015"),
            Citations = [Cite("a")],
        };
        Known(
            Opened("office", "2012", "a"),
            closed,
            new FactDenied
            {
                Id = "no",
                Target = "closed",
                Citations = [Cite("b")],
            }
        )
            .Episodes.Single()
            .Denials.Single()
            .OfEnd.ShouldBeTrue();
    }

    [Fact]
    public void A_preference_sets_a_rival_aside_on_the_bounds_named()
    {
        Fact[] facts = [Opened("one", "2012/2015", "a"), Opened("two", "2013/2016", "b")];
        Known(facts).Resolution[Paris].On(Day(2013)).ShouldBe(Certainty.Possible);

        var settled = Known([.. facts, Preferred($"{Paris}@a", $"{Paris}@b") with { Bounds = [ClaimBound.Start] }]);
        settled.Episodes.Single().SetAside.ShouldBe([new($"{Paris}@b", Start: true, End: false)]);
        settled.Resolution[Paris].On(Day(2014)).ShouldBe(Certainty.Certain);
        settled.Resolution[Paris].On(Day(2012) + 400).ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void A_preference_holds_for_the_facts_that_its_claims_were_made_of_and_not_for_what_takes_their_ids_later()
    {
        Fact[] facts =
        [
            Opened("good", "2012/2015", "a"),
            Opened("first", "2010/2015", "b"),
            Opened("second", "2013/2015", "b"),
            Preferred($"{Paris}@a", $"{Paris}@b"),
            Retracted("out", "first"),
        ];

        var known = Known(facts);

        known
            .Episodes.Single()
            .Claims.Select(claim => (claim.Id, claim.Start.ToString()))
            .ShouldBe([($"{Paris}@a", "2012"), ($"{Paris}@b", "2013")]);
        known.Episodes.Single().SetAside.ShouldBeEmpty("the claim that was set aside is gone, and the other one was never disputed");
    }

    [Fact]
    public void Two_ids_that_are_one_share_an_episode_and_an_inferred_identity_marks_it()
    {
        var register = new EntityRegister(Of(Identified("parigi", "paris", inferred: true)));

        var episode = Episode.Fold(new(Of(Opened("one", "2012", "a"), Opened("two", "2012", "b", "parigi"))), register).Single();

        episode.Id.ShouldBe(Paris);
        episode.Claims.Count.ShouldBe(2);
        episode.Inferred.ShouldBeTrue();
    }

    [Fact]
    public void Ids_that_are_given_up_for_one_another_in_a_circle_end_at_one()
    {
        var register = new EntityRegister(Of(Identified("a", "b"), Identified("b", "c"), Identified("c", "a")));

        register.Canonical("a").ShouldBe("c");
        register.Canonical("c").ShouldBe("c");
    }

    private static ClaimPreferred Preferred(string claim, string over) =>
        new()
        {
            Id = "prefer",
            Claim = claim,
            Over = [over],
            Reason = "closer to the event",
            Citations = [Cite("c")],
        };

    private static long Day(int year) => new Day(year, 6, 1).DayNumber;
}
