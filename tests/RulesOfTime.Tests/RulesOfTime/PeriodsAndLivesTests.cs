using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class PeriodsAndLivesTests
{
    private static readonly LifeStatements LifeFrom5 = new(Resolution.LifeId, Said(new Claim("life", On(5), null)));

    [Fact]
    public void A_recognition_without_an_end_of_its_own_ends_by_the_day_on_which_it_is_renewed()
    {
        var resolution = Resolve([LifeFrom5], [Recognition("r", On(8), after: null), Recognition("r/2", On(20), after: "r")]);

        resolution["r"].Final.LatestEnd.ShouldBe(20);
        resolution["r"].On(15).ShouldBe(Certainty.Possible);
        resolution["r"].BasisOn(15).ShouldBe(Basis.Unattested);
        resolution["r/2"].Final.NeverEnds.ShouldBeTrue();
        resolution.Things.ShouldHaveSingleItem().On(15).ShouldBe(Certainty.Possible);
        resolution.Things[0].On(20).ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void What_lasts_ends_with_the_life_in_which_it_lies()
    {
        var lives = new[]
        {
            new LifeStatements(Resolution.LifeId, Said(new Claim("a", On(5), ClaimEnd.On(On(10))))),
            new LifeStatements("life/2", Said(new Claim("b", On(20), null))),
        };
        var resolution = Resolve(lives, [Recognition("r", On(7), after: null), Recognition("r/2", On(22), after: "r")]);

        resolution["r"].Final.EarliestEnd.ShouldBe(10);
        resolution["r"].Final.LatestEnd.ShouldBe(10);
        resolution["r/2"].Final.NeverEnds.ShouldBeTrue();
        resolution.ExistenceOn(15).ShouldBe(Certainty.Not);
        resolution.ExistenceOver(7, 22).ShouldBe((Certainty.Not, Certainty.Certain));
    }

    [Fact]
    public void Periods_that_cannot_come_in_order_stand_and_are_reported_with_the_earlier_one_first()
    {
        var resolution = Resolve(
            [LifeFrom5],
            [
                new EpisodeStatements("z", Nature.Carried, null, Said(new Claim("a", On(10), ClaimEnd.On(On(14))))),
                new EpisodeStatements("a", Nature.Carried, null, Said(new Claim("b", On(12), ClaimEnd.On(On(16)))), After: "z"),
            ]
        );

        resolution.Contradictions.ShouldBe([new PeriodsOutOfOrder("z", "a")]);
        resolution["z"].On(13).ShouldBe(Certainty.Certain);
        resolution["a"].On(13).ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void Nothing_that_a_disputed_state_carries_is_certain_and_what_it_does_not_carry_is()
    {
        var disputed = new LifeStatements(
            Resolution.LifeId,
            Said(new Claim("a", On(5), ClaimEnd.On(On(10))), new Claim("b", On(5), ClaimEnd.On(On(20))))
        );
        var term = Said(new Claim("c", On(7), ClaimEnd.On(On(15))));
        var resolution = Resolve(
            [disputed],
            [new EpisodeStatements("carried", Nature.Carried, null, term), new EpisodeStatements("free", Nature.Free, null, term)]
        );

        resolution.Frame.Doubts.Disputed().ShouldBe(DayRanges.Between(10, 19));
        resolution.ExistenceBasisOn(12).ShouldBe(Basis.Disputed);
        resolution["carried"].On(9).ShouldBe(Certainty.Certain);
        resolution["carried"].On(12).ShouldBe(Certainty.Possible);
        resolution["carried"].BasisOn(12).ShouldBe(Basis.Disputed);
        resolution["carried"].Over(8, 12).ShouldBe((Certainty.Possible, Certainty.Certain));
        resolution["carried"].Over(11, 12).ShouldBe((Certainty.Possible, Certainty.Possible));
        resolution["free"].On(12).ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void A_term_reported_after_the_state_has_ended_is_outside_it()
    {
        var life = new LifeStatements(Resolution.LifeId, Said(new Claim("life", On(5), ClaimEnd.On(On(10)))));
        var resolution = Resolve(
            [life],
            [new EpisodeStatements("e", Nature.Carried, null, Said(new Claim("c", On(12), ClaimEnd.On(On(15)))))]
        );

        resolution.Frame.Doubts.Outside().Contains(13).ShouldBeTrue();
        resolution["e"].OutsidePolity.ShouldBeTrue();
        resolution["e"].On(13).ShouldBe(Certainty.Possible);
        resolution["e"].BasisOn(13).ShouldBe(Basis.Outside);
    }

    [Fact]
    public void What_is_certain_is_not_yet_so_after_the_record_date()
    {
        var resolution = Resolve([LifeFrom5], [Recognition("r", On(8), after: null)]);

        resolution["r"].BasisOn(12).ShouldBeNull();
        resolution["r"].BasisOn(12, recordDate: 11).ShouldBe(Basis.NotYet);
        resolution.ExistenceBasisOn(12, recordDate: 11).ShouldBe(Basis.NotYet);
    }

    [Fact]
    public void An_attestation_that_may_lie_in_two_periods_makes_the_thing_certain_and_neither_of_them()
    {
        var resolution = Resolve(
            [LifeFrom5],
            [
                new EpisodeStatements("e", Nature.Carried, null, Said(new Claim("a", On(10), null))),
                new EpisodeStatements(
                    "e/2",
                    Nature.Carried,
                    null,
                    Said(new Claim("b", new ClaimDate(DayRanges.Between(12, 20)), null)),
                    "e"
                ),
            ],
            new LooseAttestation("l", DayRanges.Day(15), ["e", "e/2"])
        );

        resolution["e"].On(15).ShouldBe(Certainty.Possible);
        resolution["e/2"].On(15).ShouldBe(Certainty.Possible);
        resolution.Things[0].On(15).ShouldBe(Certainty.Certain);
        resolution.Things[0].On(15, recordDate: 14).ShouldBe(Certainty.Possible);
    }

    [Fact]
    public void A_thing_resolved_by_itself_is_as_it_is_among_all()
    {
        foreach (var seed in Enumerable.Range(1, 1500))
        {
            var said = GeneratedCase.Of(seed).Said;
            var whole = Resolve(said);
            var frame = Frame.Of(
                said.Lives,
                said.Episodes.Where(episode => episode.Nature.BindsState()),
                said.Loose,
                TestContext.Current.CancellationToken
            );
            frame.ResolvesAs(whole.Frame).ShouldBeTrue();
            foreach (
                var periods in said.Episodes.GroupBy(episode => episode.Id.Split('/')[0]).Where(one => !one.First().Nature.BindsState())
            )
            foreach (var period in frame.Resolve([.. periods.Reverse()], TestContext.Current.CancellationToken))
                period.IsSameAs(whole[period.Id]).ShouldBeTrue($"seed {seed}, {period.Id}");
        }
    }

    [Fact]
    public void A_period_after_one_that_is_not_given_is_refused() =>
        Should
            .Throw<ArgumentException>(() => Resolve([LifeFrom5], [Recognition("r/2", On(20), after: "r")]))
            .Message.ShouldStartWith("A period comes after one that is not given");

    [Fact]
    public void Two_periods_after_one_are_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                Resolve(
                    [LifeFrom5],
                    [Recognition("r", On(8), after: null), Recognition("r/2", On(9), after: "r"), Recognition("r/3", On(10), after: "r")]
                )
            )
            .Message.ShouldStartWith("Two periods come right after 'r'");

    [Fact]
    public void Periods_of_two_natures_are_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                Resolve(
                    [LifeFrom5],
                    [Recognition("r", On(8), after: null), new EpisodeStatements("r/2", Nature.Free, null, Statements.None, After: "r")]
                )
            )
            .Message.ShouldStartWith("The periods of 'r' are not all of one nature");

    [Fact]
    public void A_polity_without_any_life_is_refused() => Should.Throw<ArgumentException>(() => Resolve([], []));

    [Fact]
    public void Five_thousand_periods_of_one_thing_follow_one_another()
    {
        var periods = Enumerable
            .Range(0, 5000)
            .Select(i =>
                Recognition(
                    i == 0 ? "r" : $"r/{i + 1}",
                    On(10 + (2 * i)),
                    after: i == 0 ? null
                        : i == 1 ? "r"
                        : $"r/{i}"
                )
            );
        var resolution = Resolve([LifeFrom5], [.. periods]);

        resolution.Contradictions.ShouldBeEmpty();
        resolution.Episodes.SkipLast(1).ShouldAllBe(period => period.Final.LatestEnd == period.Final.EarliestStart + 2);
    }

    [Fact]
    public void Work_that_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => Resolution.Of(GeneratedCase.Of(1).Said, cancelled.Token));
    }

    private static ClaimDate On(long day) => new(DayRanges.Day(day));

    private static Statements Said(params Claim[] claims) => new(claims, [], [], []);

    private static EpisodeStatements Recognition(string id, ClaimDate start, string? after) =>
        new(id, Nature.LastingCarried, null, Said(new Claim($"{id}@a", start, null)), after);

    private static Resolution Resolve(
        IReadOnlyList<LifeStatements> lives,
        IReadOnlyList<EpisodeStatements> episodes,
        params LooseAttestation[] loose
    ) => Resolve(new PolityStatements(lives, episodes, loose));

    private static Resolution Resolve(PolityStatements said) => Resolution.Of(said, TestContext.Current.CancellationToken);
}
