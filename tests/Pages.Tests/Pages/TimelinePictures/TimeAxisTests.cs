using ArtsakhLedger.Pages.Timeline;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.TimelinePictures;

public sealed class TimeAxisTests
{
    [Theory]
    [InlineData("1990-06-01", "2024-06-01", "1995 2000 2005 2010 2015 2020")]
    [InlineData("2011-02-01", "2014-02-01", "2012 2013 2014")]
    [InlineData("2013-01-15", "2013-04-20", "2013-02 2013-03 2013-04")]
    [InlineData("2012-12-30", "2013-01-25", "2012-12-31 2013-01-07 2013-01-14 2013-01-21")]
    [InlineData("2013-02-27", "2013-03-02", "2013-02-27 2013-02-28 2013-03-01 2013-03-02")]
    [InlineData("-0060-01-01", "0020-01-01", "61 BC|41 BC|21 BC|1 BC|AD 20")]
    [InlineData("+12000-01-01", "+12900-01-01", "AD 12,000|AD 12,500")]
    public void Years_months_and_weeks_are_as_fine_as_their_labels_have_room(string first, string last, string labels)
    {
        var ticks = TimeAxis.Of(new(Day.Parse(first).DayNumber, Day.Parse(last).DayNumber));

        ticks.Select(tick => tick.Label).ShouldBe(labels.Split(labels.Contains('|', StringComparison.Ordinal) ? '|' : ' '));
        ticks.ShouldAllBe(tick => tick.Day >= Day.Parse(first).DayNumber && tick.Day <= Day.Parse(last).DayNumber);
    }

    [Fact]
    public void Any_stretch_of_days_has_an_axis()
    {
        var random = new Random(7);
        foreach (var _ in Enumerable.Range(0, 2000))
        {
            var first = random.NextInt64(-(1L << random.Next(1, 60)), 1L << random.Next(1, 60));
            var last = first + random.NextInt64(0, 1L << random.Next(1, 60));

            var ticks = TimeAxis.Of(new(first, last));

            ticks.Count.ShouldBeLessThan(12);
            ticks.ShouldAllBe(tick => tick.Day >= first && tick.Day <= last);
            ticks.Select(tick => tick.Day).ShouldBe(ticks.Select(tick => tick.Day).Distinct().Order());
        }
    }

    [Fact]
    public void From_the_first_day_that_can_be_named_to_the_last_it_has_one_too() =>
        TimeAxis.Of(new(Day.MinValue.DayNumber, Day.MaxValue.DayNumber)).Count.ShouldBeLessThan(12);
}
