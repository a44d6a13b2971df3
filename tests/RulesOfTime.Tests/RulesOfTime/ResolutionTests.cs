using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class ResolutionTests
{
    private static readonly Statements LifeFrom5To20 = Said(new Claim("life", On(5), ClaimEnd.On(On(20))));

    [Fact]
    public void What_the_state_carries_and_lasts_ends_with_it_and_the_stage_says_so()
    {
        var recognition = Only(LifeFrom5To20, Nature.LastingCarried, Said(new Claim("c", On(8), null)));

        recognition.Own.MayNeverEnd.ShouldBeTrue();
        recognition.Own.On(12).ShouldBe(Certainty.Possible);
        recognition.AfterLife.On(12).ShouldBe(Certainty.Certain);
        recognition.Final.EarliestEnd.ShouldBe(20);
        recognition.Final.LatestEnd.ShouldBe(20);
        recognition.Final.MayNeverEnd.ShouldBeFalse();
    }

    [Fact]
    public void What_lasts_never_ends_while_the_state_does_not()
    {
        var recognition = Only(Said(new Claim("life", On(5), null)), Nature.LastingCarried, Said(new Claim("c", On(8), null)));

        recognition.Final.NeverEnds.ShouldBeTrue();
        recognition.Final.EarliestEnd.ShouldBeNull();
        recognition.On(long.MaxValue).ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void An_unknown_end_did_come_after_the_last_day_attested()
    {
        var office = Only(
            Said(new Claim("life", On(5), null)),
            Nature.Carried,
            new Statements([new Claim("c", On(8), null)], [new Attestation("a", DayRanges.Day(11), DayRanges.Day(11))], [], [])
        );

        office.Final.EarliestEnd.ShouldBe(12);
        office.Final.LatestEnd.ShouldBeNull();
        office.Final.MayNeverEnd.ShouldBeFalse();
        office.On(11).ShouldBe(Certainty.Certain);
        office.On(12).ShouldBe(Certainty.Possible);
    }

    [Fact]
    public void The_next_holder_ends_a_term_after_the_states_life_has_been_heeded()
    {
        var resolution = Resolve(
            new PolityStatements(
                LifeFrom5To20,
                [
                    new EpisodeStatements("first", Nature.Post, "minister", Said(new Claim("a", On(6), null))),
                    new EpisodeStatements("second", Nature.Post, "minister", Said(new Claim("b", On(12), ClaimEnd.On(On(15))))),
                ]
            )
        );
        var first = resolution["first"];

        first.Own.LatestEnd.ShouldBeNull();
        first.AfterLife.LatestEnd.ShouldBe(20);
        first.Final.LatestEnd.ShouldBe(12);
        new[] { first.Own.On(13), first.AfterLife.On(13), first.Final.On(13) }.ShouldBe([
            Certainty.Possible,
            Certainty.Possible,
            Certainty.Not,
        ]);
    }

    [Fact]
    public void Rival_readings_stand_side_by_side_each_with_its_own_bounds()
    {
        var term = Only(
            LifeFrom5To20,
            Nature.Post,
            Said(new Claim("b", On(7), ClaimEnd.On(On(9))), new Claim("a", On(13), ClaimEnd.On(On(16))))
        );

        term.Readings.Select(reading => (reading.Ids.Single(), reading.Final.EarliestStart, reading.Final.LatestEnd))
            .ShouldBe([("a", 13L, 16L), ("b", 7L, 9L)]);
        term.Final.EarliestStart.ShouldBe(7);
        term.Final.LatestEnd.ShouldBe(16);
    }

    [Fact]
    public void What_is_only_denied_did_not_happen()
    {
        var denied = Only(LifeFrom5To20, Nature.Free, new Statements([], [], [new Denial("d", OfEnd: false)], []));

        denied.Final.MayHaveHappened.ShouldBeFalse();
        denied.Final.MayNotHaveHappened.ShouldBeTrue();
        denied.Over(0, 30).ShouldBe((Certainty.Not, Certainty.Not));
    }

    [Fact]
    public void An_unbounded_start_is_no_day()
    {
        var post = Only(LifeFrom5To20, Nature.Free, Said(new Claim("c", null, ClaimEnd.On(On(9)))));

        post.Final.EarliestStart.ShouldBeNull();
        post.Final.LatestStart.ShouldBe(8);
        post.UndatedOn(7).ShouldBeTrue();
        post.UndatedOn(8).ShouldBeFalse();
    }

    [Fact]
    public void The_reading_that_lies_outside_the_polity_says_which_side_it_breaks()
    {
        var resolution = Resolve(
            new PolityStatements(
                LifeFrom5To20,
                [
                    new EpisodeStatements("early", Nature.Carried, null, Said(new Claim("c", On(3), ClaimEnd.On(On(9))))),
                    new EpisodeStatements("late", Nature.Carried, null, Said(new Claim("c", On(8), ClaimEnd.On(On(25))))),
                ]
            )
        );

        resolution
            .Episodes.Select(episode => (episode.Id, episode.Readings[0].BeginsOutsidePolity, episode.Readings[0].EndsOutsidePolity))
            .ShouldBe([("early", true, false), ("late", false, true)]);
        resolution.Contradictions.ShouldBe([new OutsidePolity("early"), new OutsidePolity("late")]);
    }

    [Fact]
    public void Two_holders_that_cannot_be_disjoint_are_reported_once_and_know_of_each_other()
    {
        var resolution = Resolve(
            new PolityStatements(
                LifeFrom5To20,
                [
                    new EpisodeStatements("z", Nature.Post, "minister", Said(new Claim("c", On(7), ClaimEnd.On(On(12))))),
                    new EpisodeStatements("a", Nature.Post, "minister", Said(new Claim("c", On(9), ClaimEnd.On(On(15))))),
                ]
            )
        );

        resolution.Contradictions.ShouldBe([new SeatHeldTwice("a", "z")]);
        resolution["z"].Readings[0].ClashesWith.ShouldBe(["a"]);
    }

    [Fact]
    public void Only_a_post_has_a_seat()
    {
        var resolution = Resolve(
            new PolityStatements(
                LifeFrom5To20,
                [
                    new EpisodeStatements("a", Nature.Carried, "minister", Said(new Claim("c", On(7), ClaimEnd.On(On(12))))),
                    new EpisodeStatements("b", Nature.Carried, "minister", Said(new Claim("c", On(9), ClaimEnd.On(On(15))))),
                ]
            )
        );

        resolution.Contradictions.ShouldBeEmpty();
        resolution["a"].Seat.ShouldBeNull();
    }

    [Fact]
    public void A_thousand_holders_of_one_seat_follow_one_another()
    {
        var holders = Enumerable
            .Range(0, 1000)
            .Select(i => new EpisodeStatements(
                $"holder {i:000}",
                Nature.Post,
                "minister",
                Said(new Claim("c", On(10 * i), i % 2 == 0 ? null : ClaimEnd.Open))
            ));
        var resolution = Resolve(new PolityStatements(Said(new Claim("life", On(0), null)), [.. holders]));

        resolution.Contradictions.ShouldBeEmpty();
        resolution.Episodes.SkipLast(1).ShouldAllBe(holder => holder.Final.LatestEnd == holder.Final.EarliestStart + 10);
    }

    [Fact]
    public void A_dispute_of_a_hundred_rivals_has_a_hundred_readings()
    {
        var rivals = Enumerable.Range(0, 100).Select(i => new Claim($"c{i:00}", On(i), ClaimEnd.On(On(i + 1)))).ToArray();
        var disputed = Only(Statements.None, Nature.Free, Said(rivals));

        disputed.Readings.Count.ShouldBe(100);
        disputed.Over(0, 99).ShouldBe((Certainty.Not, Certainty.Certain));
    }

    private static ClaimDate On(long day) => new(DayRanges.Day(day));

    private static Statements Said(params Claim[] claims) => new(claims, [], [], []);

    private static ResolvedEpisode Only(Statements life, Nature nature, Statements said) =>
        Resolve(new PolityStatements(life, [new EpisodeStatements("e", nature, null, said)]))["e"];

    private static Resolution Resolve(PolityStatements said) => Resolution.Of(said, TestContext.Current.CancellationToken);
}
