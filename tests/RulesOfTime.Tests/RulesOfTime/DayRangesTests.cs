using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class DayRangesTests
{
    [Fact]
    public void A_range_contains_its_first_and_its_last_day_and_none_beyond()
    {
        var days = DayRanges.Between(3, 5);

        new[] { 2L, 3, 4, 5, 6 }.Where(days.Contains).ShouldBe([3, 4, 5]);
        days.Earliest.ShouldBe(3);
        days.Latest.ShouldBe(5);
    }

    [Fact]
    public void A_missing_bound_is_unbounded()
    {
        var days = DayRanges.Between(null, 5);

        days.Earliest.ShouldBeNull();
        days.Latest.ShouldBe(5);
        days.Contains(DayRanges.FirstDay).ShouldBeTrue();
        days.IsEverything.ShouldBeFalse();
    }

    [Fact]
    public void Unbounded_on_both_sides_is_everything_unless_it_has_a_gap()
    {
        DayRanges.Between(null, null).IsEverything.ShouldBeTrue();
        DayRanges.Of([(null, 5), (6, null)]).IsEverything.ShouldBeTrue();

        var withGap = DayRanges.Of([(null, 5), (7, null)]);
        withGap.IsEverything.ShouldBeFalse();
        withGap.Earliest.ShouldBeNull();
        withGap.Latest.ShouldBeNull();
        withGap.Contains(6).ShouldBeFalse();
    }

    [Fact]
    public void Ranges_in_any_order_that_overlap_or_touch_are_one()
    {
        DayRanges.Of([(8, 9), (1, 3), (4, 5), (2, 4)]).Ranges.ShouldBe([(1L, 5L), (8L, 9L)]);
        DayRanges.OfDays([9, 3, 4, 3]).ShouldBe(DayRanges.Of([(3, 4), (9, 9)]));
    }

    [Fact]
    public void What_two_sets_have_in_common_keeps_the_gaps_of_both()
    {
        var every12th = DayRanges.OfDays([12, 24, 36, 48]);

        every12th.Intersect(DayRanges.Of([(null, 24), (40, 48)])).ShouldBe(DayRanges.OfDays([12, 24, 48]));
        every12th.Intersect(DayRanges.Between(13, 23)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Cutting_a_set_short_leaves_the_days_between()
    {
        var days = DayRanges.Of([(1, 4), (8, 9), (12, null)]);

        days.Within(3, 8).ShouldBe(DayRanges.Of([(3, 4), (8, 8)]));
        days.From(10).ShouldBe(DayRanges.Between(12, null));
        days.UpTo(0).IsEmpty.ShouldBeTrue();
        days.Within(9, 8).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Taking_days_out_leaves_the_others()
    {
        DayRanges.Between(1, 9).Except(DayRanges.Of([(null, 2), (5, 5), (9, 12)])).ShouldBe(DayRanges.Of([(3, 4), (6, 8)]));
        DayRanges.Between(1, 3).Except(DayRanges.Everything).IsEmpty.ShouldBeTrue();
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
            one.Covers(first, Math.Max(first, last)).ShouldBe(Days(DayRanges.Between(first, Math.Max(first, last))).All(one.Contains));
            one.Equals(other).ShouldBe(Days(one).SequenceEqual(Days(other)));
        }
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_is_refused() =>
        Should.Throw<ArgumentException>(() => DayRanges.Between(5, 3)).Message.ShouldContain("5");

    [Fact]
    public void A_day_that_cannot_be_named_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => DayRanges.Day(DayRanges.LastDay + 1));

    private static DayRanges Draw(Random random) =>
        DayRanges.OfDays(Enumerable.Range(0, random.Next(1, 8)).Select(_ => (long)random.Next(0, 20)));

    private static long[] Days(DayRanges set) => [.. Enumerable.Range(-2, 25).Select(day => (long)day).Where(set.Contains)];
}
