using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Tests.RulesOfTime.BruteForce;
using Shouldly;
using Xunit;
using Case = ArtsakhLedger.RuleCases.Case;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class StagesTests
{
    private static readonly IEnumerable<int> Seeds = Enumerable.Range(1, 1500);

    [Fact]
    public void Between_two_change_points_every_answer_is_the_same()
    {
        foreach (var seed in Seeds)
        {
            var asked = GeneratedCase.Of(seed);
            var resolution = Resolve(asked.Said);
            var changes = resolution.ChangePoints.Append(asked.RecordDate + 1 ?? long.MinValue).ToHashSet();
            foreach (var day in Days(asked).Append(DayRanges.LastDay).Where(day => !changes.Contains(day)))
                Answers(resolution, day, asked.RecordDate)
                    .ShouldBe(
                        Answers(resolution, day == DayRanges.LastDay ? asked.LastDay + 30 : day - 1, asked.RecordDate),
                        $"seed {seed}, day {day}"
                    );
        }
    }

    [Fact]
    public void Change_points_are_in_order_and_each_is_there_once()
    {
        foreach (var seed in Seeds)
        {
            var points = Resolve(GeneratedCase.Of(seed).Said).ChangePoints;

            points.ShouldBe(points.Distinct().Order());
        }
    }

    [Fact]
    public void Each_rule_only_takes_away_from_what_the_one_before_left()
    {
        foreach (var seed in Seeds)
        {
            var asked = GeneratedCase.Of(seed);
            var resolution = Resolve(asked.Said);
            foreach (var episode in resolution.Lives.Concat(resolution.Episodes))
            {
                ShouldBeWithin(episode.AfterLife, episode.Own, asked, seed);
                ShouldBeWithin(episode.Final, episode.AfterLife, asked, seed);
                foreach (var reading in episode.Readings)
                {
                    ShouldBeWithin(reading.Own, episode.Own, asked, seed);
                    ShouldBeWithin(reading.Final, reading.Own, asked, seed);
                    ShouldBeWithin(reading.Final, episode.Final, asked, seed);
                }
            }
        }
    }

    [Fact]
    public void Hulls_are_those_of_all_admissible_intervals()
    {
        foreach (var seed in Seeds)
        {
            var asked = GeneratedCase.Of(seed);
            var resolution = Resolve(asked.Said);
            var polity = Oracle.PolityOf(asked, off: null);
            foreach (var (episode, side) in resolution.Lives.Concat(resolution.Episodes).Zip(polity.All))
                Hull(episode.Final).ShouldBe(Hull(side.Worlds(), asked), $"seed {seed}, {episode.Id}");
        }
    }

    private static IEnumerable<long> Days(Case asked) =>
        Enumerable.Range((int)asked.FirstDay - 8, (int)(asked.LastDay - asked.FirstDay) + 20).Select(day => (long)day);

    private static string Answers(Resolution resolution, long day, long? recordDate) =>
        string.Join(
            ' ',
            resolution
                .Episodes.Select(episode =>
                    $"{episode.On(day, recordDate)} {episode.BasisOn(day, recordDate)} {episode.UndatedOn(day)} {Stages(episode, day, recordDate)}"
                )
                .Concat(resolution.Things.Select(thing => $"{thing.On(day, recordDate)} {thing.BasisOn(day, recordDate)}"))
                .Concat(resolution.Lives.Select(life => Stages(life, day, recordDate)))
                .Append($"{resolution.ExistenceOn(day, recordDate)} {resolution.ExistenceBasisOn(day, recordDate)}")
        );

    private static string Stages(ResolvedEpisode episode, long day, long? recordDate) =>
        $"{episode.Own.On(day, recordDate)} {episode.AfterLife.On(day, recordDate)} {episode.Final.On(day, recordDate)}";

    private static void ShouldBeWithin(PossibleTimes inner, PossibleTimes outer, Case asked, int seed)
    {
        var bounds =
            (inner.EarliestStart ?? long.MinValue) >= (outer.EarliestStart ?? long.MinValue)
            && (inner.LatestStart ?? long.MaxValue) <= (outer.LatestStart ?? long.MaxValue)
            && (inner.EarliestEnd ?? (inner.NeverEnds ? long.MaxValue : long.MinValue))
                >= (outer.EarliestEnd ?? (outer.NeverEnds ? long.MaxValue : long.MinValue))
            && (inner.LatestEnd ?? long.MaxValue) <= (outer.LatestEnd ?? long.MaxValue)
            && (!inner.MayNeverEnd || outer.MayNeverEnd)
            && (!inner.MayNotHaveHappened || outer.MayNotHaveHappened);
        (bounds || !inner.MayHaveHappened).ShouldBeTrue($"seed {seed}");
        foreach (var day in Days(asked))
        {
            (inner.On(day) != Certainty.Not && outer.On(day) == Certainty.Not).ShouldBeFalse($"seed {seed}, day {day}");
            (inner.On(day) != Certainty.Certain && outer.On(day) == Certainty.Certain).ShouldBeFalse($"seed {seed}, day {day}");
        }
    }

    private static string Hull(PossibleTimes stage) =>
        $"{stage.EarliestStart} {stage.LatestStart} {stage.EarliestEnd} {stage.LatestEnd} {stage.NeverEnds} {stage.MayNeverEnd} "
        + $"{stage.MayNotHaveHappened} {stage.MayHaveHappened}";

    private static string Hull(HashSet<World> worlds, Case asked)
    {
        var named = Oracle.DaysNamed(asked).ToArray();

        // Days far from any named one are there only for want of an unbounded calendar.
        long? Named(int day) => named.Min() - 1 <= day && day <= named.Max() + 1 ? day : null;
        var happened = worlds.Where(world => world.Happened).ToArray();
        return happened.Length == 0
            ? "    False False True False"
            : $"{Named(happened.Min(world => world.Start))} {Named(happened.Max(world => world.Start))} "
                + $"{Named(happened.Min(world => world.End))} {Named(happened.Max(world => world.End))} "
                + $"{happened.All(world => world.End == World.Never)} {happened.Any(world => world.End == World.Never)} "
                + $"{worlds.Contains(World.NotHappened)} True";
    }

    private static Resolution Resolve(PolityStatements said) => Resolution.Of(said, TestContext.Current.CancellationToken);
}
