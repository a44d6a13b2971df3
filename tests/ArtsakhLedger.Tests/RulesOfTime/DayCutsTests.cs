using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class DayCutsTests
{
    [Fact]
    public void Runs_end_where_the_value_changes_and_neighbours_with_equal_values_are_joined() =>
        new DayCuts([9, 5, 7])
            .Runs(day =>
                day < 5 ? "first"
                : day < 9 ? "second"
                : "third"
            )
            .ShouldBe([new("first", null, 5), new("second", 5, 9), new("third", 9, null)]);

    [Fact]
    public void Without_changes_one_run_covers_all_days()
    {
        new DayCuts([]).Runs(_ => 1).ShouldBe([new(1, null, null)]);
        new DayCuts([]).RunAround(5, _ => 1).ShouldBe(new(1, null, null));
    }

    [Fact]
    public void The_day_after_a_record_date_is_a_cut() =>
        new DayCuts([], 4, null).Runs(day => day <= 4).ShouldBe([new(true, null, 5), new(false, 5, null)]);

    [Fact]
    public void The_run_around_a_day_is_the_one_among_all_runs_that_has_it()
    {
        var cuts = new DayCuts([3, 5, 8, 13, 21]);
        foreach (var values in Enumerable.Range(0, 64))
        {
            foreach (var day in Enumerable.Range(0, 25))
            {
                cuts.RunAround(day, ValueOn).ShouldBe(cuts.Runs(ValueOn).Single(run => run.Overlaps(day, day)));
            }

            int ValueOn(long day) => (values >> cuts.Days.Count(cut => cut <= day)) & 1;
        }
    }

    [Fact]
    public void Values_beyond_the_neighbours_of_the_run_are_not_computed()
    {
        var computed = new HashSet<long>();
        new DayCuts([10, 20, 30, 40, 50])
            .RunAround(
                35,
                day =>
                {
                    computed.Add(day);
                    return day;
                }
            )
            .ShouldBe(new(30, 30, 40));
        computed.ShouldBe([20, 30, 40], ignoreOrder: true);
    }
}
