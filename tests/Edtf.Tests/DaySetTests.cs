namespace Edtf.Tests;

public class DaySetTests
{
    [Theory]
    [InlineData("XXXX-10-12", "2013-10-12", true)]
    [InlineData("XXXX-10-12", "2013-10-13", false)]
    [InlineData("XXXX-10-12", "-0400-10-12", true)]
    [InlineData("XXXX-02-29", "1900-03-01", false)]
    [InlineData("15XX-12-25", "1599-12-25", true)]
    [InlineData("15XX-12-25", "1600-12-25", false)]
    [InlineData("-15XX-12-25", "-1500-12-25", true)]
    [InlineData("-15XX-12-25", "1500-12-25", false)]
    [InlineData("-0X0X-12-25", "0000-12-25", false)]
    [InlineData("-0X0X-12-25", "-0001-12-25", true)]
    [InlineData("1X8X", "1987-06-01", true)]
    [InlineData("1X8X", "1997-06-01", false)]
    [InlineData("[1667,1668,1670..1672]", "1669-12-31", false)]
    [InlineData("[1667,1668,1670..1672]", "1671-01-01", true)]
    [InlineData("[..1760-12-03]", "-9999-01-01", true)]
    [InlineData("[..1760-12-03]", "1760-12-04", false)]
    [InlineData("1993/1997", "1995-06-01", true)]
    public void Contains_is_exact(string text, string day, bool isMember) =>
        EdtfDate.Parse(text).Days.Contains(Day.Parse(day)).ShouldBe(isMember);

    [Theory]
    [InlineData("XXXX-10-12", "2013-10-12", "2013-10-12", "2013-10-12")]
    [InlineData("XXXX-10-12", "2013-10-13", "2014-10-12", "2013-10-12")]
    [InlineData("XXXX-02-29", "1897-01-01", "1904-02-29", "1896-02-29")]
    [InlineData("XXXX-02-29", "-0001-01-01", "0000-02-29", "-0004-02-29")]
    [InlineData("15XX-12-25", "1400-01-01", "1500-12-25", null)]
    [InlineData("15XX-12-25", "1700-01-01", null, "1599-12-25")]
    [InlineData("X9X9-12-25", "1000-01-01", "1909-12-25", "0999-12-25")]
    [InlineData("-1X00-12-25", "-1350-01-01", "-1300-12-25", "-1400-12-25")]
    [InlineData("[1667,1668,1670..1672]", "1669-06-01", "1670-01-01", "1668-12-31")]
    [InlineData("[..1760-12-03]", "1800-01-01", null, "1760-12-03")]
    [InlineData("[1760-12..]", "1700-01-01", "1760-12-01", null)]
    [InlineData("2004-XX-3X", "2004-02-15", "2004-03-30", "2004-01-31")]
    public void The_nearest_day_in_either_direction_is_found(string text, string day, string? next, string? previous)
    {
        var days = EdtfDate.Parse(text).Days;

        days.NextAtOrAfter(Day.Parse(day)).ShouldBe(next is null ? null : Day.Parse(next));
        days.PreviousAtOrBefore(Day.Parse(day)).ShouldBe(previous is null ? null : Day.Parse(previous));
    }

    [Theory]
    [InlineData("XXXX-10-12", "2013", "2013-10-12/2013-10-12")]
    [InlineData("XXXX-10-12", "1X13", "1013-10-12/1913-10-12")]
    [InlineData("XXXX-02-XX", "2023-XX-29", "")]
    [InlineData("XXXX-10-12", "XXXX-10-13", "")]
    [InlineData("XXXX-10-1X", "XXXX-1X-X2", "/")]
    [InlineData("199X", "XXX5", "1995-01-01/1995-12-31")]
    [InlineData("199X", "-199X", "")]
    [InlineData("199X", "[..1991-02,1999-12-31..]", "1990-01-01/1999-12-31")]
    [InlineData("[..1760]", "[1760..]", "1760-01-01/1760-12-31")]
    [InlineData("1993/1997", "1995/..", "1995-01-01/1997-12-31")]
    public void An_intersection_has_the_days_of_both(string left, string right, string bounds)
    {
        var (a, b) = (EdtfDate.Parse(left).Days, EdtfDate.Parse(right).Days);

        foreach (var both in new[] { a.Intersect(b), b.Intersect(a) })
        {
            both.IsEmpty.ShouldBe(bounds.Length == 0);
            (bounds.Length == 0 ? string.Empty : $"{both.Earliest}/{both.Latest}").ShouldBe(bounds);
        }
    }

    [Fact]
    public void Ranges_are_the_runs_of_consecutive_days_within_a_window()
    {
        var days = EdtfDate.Parse("[1999-12-XX,2000-01,2000-XX-31,2001-02-28..2002]").Days;

        days.RangesWithin(new Day(1999, 12, 25), new Day(2001, 3, 1))
            .ShouldBe([
                (new Day(1999, 12, 25), new Day(2000, 1, 31)),
                (new Day(2000, 3, 31), new Day(2000, 3, 31)),
                (new Day(2000, 5, 31), new Day(2000, 5, 31)),
                (new Day(2000, 7, 31), new Day(2000, 7, 31)),
                (new Day(2000, 8, 31), new Day(2000, 8, 31)),
                (new Day(2000, 10, 31), new Day(2000, 10, 31)),
                (new Day(2000, 12, 31), new Day(2000, 12, 31)),
                (new Day(2001, 2, 28), new Day(2001, 3, 1)),
            ]);
        days.RangesWithin(new Day(1990, 1, 1), new Day(1991, 1, 1)).ShouldBeEmpty();
        days.RangesWithin(new Day(2001, 1, 1), new Day(2000, 1, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Ranges_of_an_unbounded_set_are_computed_lazily() =>
        EdtfDate
            .Parse("XXXX-10-12")
            .Days.RangesWithin(new Day(2013, 1, 1), Day.MaxValue)
            .Take(2)
            .ShouldBe([(new Day(2013, 10, 12), new Day(2013, 10, 12)), (new Day(2014, 10, 12), new Day(2014, 10, 12))]);

    [Theory]
    [InlineData("199X", true)]
    [InlineData("1984-1X", true)]
    [InlineData("1984-0X", true)]
    [InlineData("1984-02-2X", true)]
    [InlineData("[1984,1985]", true)]
    [InlineData("[1985,1984]", true)]
    [InlineData("[1984-01,1984-02-0X,1984-02-1X,1984-02-2X]", true)]
    [InlineData("[..1984,1985]", true)]
    [InlineData("[..1984,1985-XX-XX..]", true)]
    [InlineData("[XXXX-12,XXXX..1984,1985..]", true)]
    [InlineData("XXXX", true)]
    [InlineData("[..1984,1986]", false)]
    [InlineData("1X84", false)]
    [InlineData("XXXX-12", false)]
    [InlineData("[XXXX-12,1984..]", false)]
    [InlineData("1984-XX-0X", false)]
    public void A_set_is_contiguous_if_it_has_no_gaps(string text, bool isContiguous) =>
        EdtfDate.Parse(text).Days.IsContiguous.ShouldBe(isContiguous);

    [Theory]
    [InlineData("1997-05", "1997", true)]
    [InlineData("1997", "1997-05", false)]
    [InlineData("XXXX-10-12", "XXXX-10", true)]
    [InlineData("XXXX-10", "XXXX-10-12", false)]
    [InlineData("199X-12", "[1990-12,1991-12,1992-12,1993-12,1994-12,1995-12,1996-12,1997-12,1998-12,1999-12]", true)]
    [InlineData("199X-12", "[1990-12,1991-12,1992-12,1993-12,1994-12,1995-12,1996-12,1997-12,1998-12]", false)]
    [InlineData("[1667,1668]", "[..1668]", true)]
    [InlineData("[1667,1669]", "[1667..1668]", false)]
    [InlineData("[..1984]", "[1984..]", false)]
    [InlineData("[1984..]", "[1984,1985..]", true)]
    [InlineData("156X-12-25", "15XX-12-25", true)]
    public void A_subset_has_no_day_that_is_not_in_the_other_set(string text, string other, bool isSubset) =>
        EdtfDate.Parse(text).Days.IsSubsetOf(EdtfDate.Parse(other).Days).ShouldBe(isSubset);

    [Fact]
    public void The_empty_set_and_the_set_of_all_days_behave_as_such()
    {
        var year = EdtfDate.Parse("1997").Days;

        (DaySet.Empty.Earliest, DaySet.Empty.Latest, DaySet.Empty.IsContiguous).ShouldBe((null, null, true));
        (DaySet.All.Earliest, DaySet.All.Latest, DaySet.All.IsContiguous).ShouldBe((null, null, true));
        DaySet.Empty.NextAtOrAfter(default).ShouldBeNull();
        DaySet.Empty.IsSubsetOf(year).ShouldBeTrue();
        year.IsSubsetOf(DaySet.All).ShouldBeTrue();
        year.Intersect(DaySet.Empty).IsEmpty.ShouldBeTrue();
        DaySet.All.Contains(Day.MinValue).ShouldBeTrue();
        DaySet.Between(new Day(2000, 1, 2), new Day(2000, 1, 1)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_ends_of_the_calendar_do_not_overflow()
    {
        var everyMay = EdtfDate.Parse("XXXX-05").Days;

        everyMay.NextAtOrAfter(Day.MaxValue).ShouldBeNull();
        everyMay.PreviousAtOrBefore(Day.MinValue).ShouldBeNull();
        everyMay.PreviousAtOrBefore(Day.MaxValue).ShouldBe(new Day(9_999_999_999_999_999, 5, 31));
        DaySet.Between(Day.MaxValue, null).Intersect(everyMay).IsEmpty.ShouldBeTrue();
        DaySet.Between(null, Day.MinValue).Intersect(everyMay).IsEmpty.ShouldBeTrue();
        DaySet.All.RangesWithin(Day.MinValue, Day.MaxValue).ShouldBe([(Day.MinValue, Day.MaxValue)]);
        EdtfDate.Parse("XXXX-12").Days.RangesWithin(Day.MaxValue.AddDays(-400), Day.MaxValue).Last().Last.ShouldBe(Day.MaxValue);
    }
}
