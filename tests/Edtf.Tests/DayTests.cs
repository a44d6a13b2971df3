namespace Edtf.Tests;

public class DayTests
{
    [Fact]
    public void Every_day_from_year_1_to_9999_agrees_with_DateOnly()
    {
        var number = Day.FromDateOnly(DateOnly.MinValue).DayNumber;
        for (var date = DateOnly.MinValue; date < DateOnly.MaxValue; date = date.AddDays(1), number++)
        {
            var day = Day.FromDayNumber(number);
            if (
                (day.Year, day.Month, day.DayOfMonth) != (date.Year, date.Month, date.Day)
                || new Day(date.Year, date.Month, date.Day) != day
            )
                Assert.Fail($"{date:O} has the number {number}, which is {day}.");
        }
    }

    [Fact]
    public void Days_are_counted_from_1_January_1970()
    {
        new Day(1970, 1, 1).DayNumber.ShouldBe(0);
        new Day(1969, 12, 31).DayNumber.ShouldBe(-1);
        default(Day).ShouldBe(new Day(1970, 1, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-4)]
    [InlineData(-400)]
    [InlineData(12_000)]
    [InlineData(-170_000_000)]
    [InlineData(9_999_999_999_999_999)]
    [InlineData(-9_999_999_999_999_999)]
    public void Days_are_consecutive_in_every_era(long year)
    {
        var day = new Day(year, 1, 1);
        foreach (var month in Enumerable.Range(1, 12))
        {
            foreach (var dayOfMonth in Enumerable.Range(1, DaysInMonth(year, month)))
            {
                (day.Year, day.Month, day.DayOfMonth).ShouldBe((year, month, dayOfMonth));
                new Day(year, month, dayOfMonth).ShouldBe(day);
                day = day == Day.MaxValue ? day : day.AddDays(1);
            }
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-4, true)]
    [InlineData(-100, false)]
    [InlineData(-400, true)]
    [InlineData(1900, false)]
    [InlineData(2000, true)]
    [InlineData(2023, false)]
    public void The_29th_of_February_exists_in_leap_years_only(long year, bool isLeapYear)
    {
        if (isLeapYear)
            new Day(year, 2, 29).AddDays(1).ShouldBe(new Day(year, 3, 1));
        else
            Should.Throw<ArgumentOutOfRangeException>(() => new Day(year, 2, 29));
    }

    [Theory]
    [InlineData(2024, 0, 1)]
    [InlineData(2024, 13, 1)]
    [InlineData(2024, 1, 0)]
    [InlineData(2024, 4, 31)]
    [InlineData(10_000_000_000_000_000, 1, 1)]
    [InlineData(long.MinValue, 1, 1)]
    public void A_day_that_does_not_exist_is_rejected(long year, int month, int day) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Day(year, month, day));

    [Fact]
    public void Adding_days_never_overflows()
    {
        Day.MinValue.AddDays(Day.MaxValue - Day.MinValue).ShouldBe(Day.MaxValue);
        Should.Throw<ArgumentOutOfRangeException>(() => Day.MaxValue.AddDays(1));
        Should.Throw<ArgumentOutOfRangeException>(() => Day.MinValue.AddDays(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Day.MaxValue.AddDays(long.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Day.MinValue.AddDays(long.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Day.FromDayNumber(long.MaxValue));
    }

    [Theory]
    [InlineData("2006-06-01")]
    [InlineData("0000-02-29")]
    [InlineData("0043-03-15")]
    [InlineData("-0043-03-15")]
    [InlineData("+12345-01-01")]
    [InlineData("-12345-01-01")]
    [InlineData("+9999999999999999-12-31")]
    [InlineData("-9999999999999999-01-01")]
    public void A_day_round_trips(string text)
    {
        Day.Parse(text).ToString().ShouldBe(text);
        $"{Day.Parse(text)}".ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2006")]
    [InlineData("2006-06")]
    [InlineData("2006-6-1")]
    [InlineData("2006-06-31")]
    [InlineData("2006-00-01")]
    [InlineData("2006/06/01")]
    [InlineData("2006-06-01 ")]
    [InlineData(" 006-06-01")]
    [InlineData("2006-06-0١")]
    [InlineData("2006-06-XX")]
    [InlineData("-0000-01-01")]
    [InlineData("+2006-06-01")]
    [InlineData("12345-01-01")]
    [InlineData("+02006-01-01")]
    [InlineData("+99999999999999999-01-01")]
    public void What_is_not_a_day_is_rejected(string text)
    {
        Day.TryParse(text, out var day).ShouldBeFalse();
        day.ShouldBe(default);
        Should.Throw<FormatException>(() => Day.Parse(text));
    }

    [Fact]
    public void Days_are_ordered_chronologically()
    {
        Day[] days = [new(-170_000_000, 12, 31), new(-1, 12, 31), new(0, 1, 1), new(2024, 2, 29), new(2024, 3, 1), new(20_240, 1, 1)];

        days.Reverse().Order().ShouldBe(days);
        (days[0] < days[1]).ShouldBeTrue();
        (days[1] <= days[1]).ShouldBeTrue();
        (days[3] > days[4]).ShouldBeFalse();
        (days[4] >= days[3]).ShouldBeTrue();
        (days[4] - days[3]).ShouldBe(1);
        days[3].ShouldNotBe(days[4]);
        days[3].GetHashCode().ShouldBe(new Day(2024, 2, 29).GetHashCode());
    }

    [Fact]
    public void A_day_outside_the_years_1_to_9999_has_no_DateOnly()
    {
        new Day(2024, 2, 29).ToDateOnly().ShouldBe(new DateOnly(2024, 2, 29));
        Should.Throw<OverflowException>(() => new Day(0, 12, 31).ToDateOnly());
        Should.Throw<OverflowException>(() => new Day(10_000, 1, 1).ToDateOnly());
    }

    private static int DaysInMonth(long year, int month) =>
        // The calendar repeats every 400 years, and DateTime begins at year 1.
        DateTime.DaysInMonth((int)(((year % 400) + 400) % 400) + 400, month);
}
