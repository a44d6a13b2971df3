using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class DaySetTests
{
    [Fact]
    public void A_range_contains_its_first_and_its_last_day_and_none_beyond()
    {
        var days = DaySet.Between(3, 5);

        new[] { 2L, 3, 4, 5, 6 }.Where(days.Contains).ShouldBe([3, 4, 5]);
        days.Earliest.ShouldBe(3);
        days.Latest.ShouldBe(5);
    }

    [Fact]
    public void A_missing_bound_is_unbounded()
    {
        var days = DaySet.Between(null, 5);

        days.Earliest.ShouldBeNull();
        days.Latest.ShouldBe(5);
        days.Contains(DaySet.FirstDay).ShouldBeTrue();
        days.IsEverything.ShouldBeFalse();
    }

    [Fact]
    public void Unbounded_on_both_sides_is_everything_unless_it_has_a_gap()
    {
        DaySet.Between(null, null).IsEverything.ShouldBeTrue();
        DaySet.Of([(null, 5), (6, null)]).IsEverything.ShouldBeTrue();

        var withGap = DaySet.Of([(null, 5), (7, null)]);
        withGap.IsEverything.ShouldBeFalse();
        withGap.Earliest.ShouldBeNull();
        withGap.Latest.ShouldBeNull();
        withGap.Contains(6).ShouldBeFalse();
    }

    [Fact]
    public void Ranges_in_any_order_that_overlap_or_touch_are_one()
    {
        DaySet.Of([(8, 9), (1, 3), (4, 5), (2, 4)]).Ranges.ShouldBe([(1L, 5L), (8L, 9L)]);
        DaySet.OfDays([9, 3, 4, 3]).ShouldBe(DaySet.Of([(3, 4), (9, 9)]));
    }

    [Fact]
    public void What_two_sets_have_in_common_keeps_the_gaps_of_both()
    {
        var every12th = DaySet.OfDays([12, 24, 36, 48]);

        every12th.Intersect(DaySet.Of([(null, 24), (40, 48)])).ShouldBe(DaySet.OfDays([12, 24, 48]));
        every12th.Intersect(DaySet.Between(13, 23)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Cutting_a_set_short_leaves_the_days_between()
    {
        var days = DaySet.Of([(1, 4), (8, 9), (12, null)]);

        days.Within(3, 8).ShouldBe(DaySet.Of([(3, 4), (8, 8)]));
        days.From(10).ShouldBe(DaySet.Between(12, null));
        days.UpTo(0).IsEmpty.ShouldBeTrue();
        days.Within(9, 8).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Taking_days_out_leaves_the_others()
    {
        DaySet.Between(1, 9).Except(DaySet.Of([(null, 2), (5, 5), (9, 12)])).ShouldBe(DaySet.Of([(3, 4), (6, 8)]));
        DaySet.Between(1, 3).Except(DaySet.Everything).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Every_operation_agrees_with_the_days_one_by_one()
    {
        var random = new Random(7);
        foreach (var _ in Enumerable.Range(0, 500))
        {
            var (one, other) = (Draw(random), Draw(random));
            var (first, last) = (random.Next(0, 20), random.Next(0, 20));

            Days(one.Intersect(other)).ShouldBe(Days(one).Intersect(Days(other)));
            Days(one.Union(other)).ShouldBe(Days(one).Union(Days(other)).Order());
            Days(one.Except(other)).ShouldBe(Days(one).Except(Days(other)));
            Days(one.Within(first, last)).ShouldBe(Days(one).Where(day => first <= day && day <= last));
            one.Overlaps(first, Math.Max(first, last)).ShouldBe(Days(one).Any(day => first <= day && day <= Math.Max(first, last)));
            one.Covers(first, Math.Max(first, last)).ShouldBe(Days(DaySet.Between(first, Math.Max(first, last))).All(one.Contains));
            one.Equals(other).ShouldBe(Days(one).SequenceEqual(Days(other)));
        }
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_is_refused() =>
        Should.Throw<ArgumentException>(() => DaySet.Between(5, 3)).Message.ShouldContain("5");

    [Fact]
    public void A_day_that_cannot_be_named_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => DaySet.Day(DaySet.LastDay + 1));

    private static DaySet Draw(Random random) =>
        DaySet.OfDays(Enumerable.Range(0, random.Next(1, 8)).Select(_ => (long)random.Next(0, 20)));

    private static long[] Days(DaySet set) => [.. Enumerable.Range(-2, 25).Select(day => (long)day).Where(set.Contains)];
}
