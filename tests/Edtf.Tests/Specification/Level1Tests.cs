namespace Edtf.Tests.Specification;

/// <summary>All examples of level 1 in the specification published by the Library of Congress.</summary>
public class Level1Tests
{
    [Theory]
    [InlineData("Y170000002", 170_000_002)]
    [InlineData("Y-170000002", -170_000_002)]
    [InlineData("-1985", -1985)]
    public void A_year_may_be_long_or_negative(string text, long year)
    {
        var date = Read.Level(1, text);

        date.Year.ShouldBe(year);
        date.Earliest.ShouldBe(new Day(year, 1, 1));
        date.Latest.ShouldBe(new Day(year, 12, 31));
    }

    [Theory]
    [InlineData("2001-21", "2001-03-01", "2001-05-31")]
    [InlineData("2001-22", "2001-06-01", "2001-08-31")]
    [InlineData("2001-23", "2001-09-01", "2001-11-30")]
    [InlineData("2001-24", "2001-12-01", "2002-02-28")]
    public void A_season_lasts_three_months_and_winter_runs_into_the_next_year(string text, string earliest, string latest)
    {
        var season = Read.Level(1, text);

        season.Form.ShouldBe(EdtfForm.Season);
        season.Earliest.ShouldBe(Day.Parse(earliest));
        season.Latest.ShouldBe(Day.Parse(latest));
    }

    [Theory]
    [InlineData("1984?", Qualification.Uncertain, "1984")]
    [InlineData("2004-06~", Qualification.Approximate, "2004-06")]
    [InlineData("2004-06-11%", Qualification.UncertainAndApproximate, "2004-06-11")]
    public void A_qualifier_is_preserved_and_moves_no_bound(string text, Qualification qualification, string unqualified)
    {
        var date = Read.Level(1, text);

        date.Qualification.ShouldBe(qualification);
        date.Earliest.ShouldBe(EdtfDate.Parse(unqualified).Earliest);
        date.Latest.ShouldBe(EdtfDate.Parse(unqualified).Latest);
    }

    [Theory]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31")]
    [InlineData("1985-04-XX", "1985-04-01", "1985-04-30")]
    [InlineData("1985-XX-XX", "1985-01-01", "1985-12-31")]
    public void Digits_unspecified_from_the_right_give_a_range(string text, string earliest, string latest)
    {
        var date = Read.Level(1, text);

        date.HasUnspecifiedDigits.ShouldBeTrue();
        date.Days.IsContiguous.ShouldBeTrue();
        date.Earliest.ShouldBe(Day.Parse(earliest));
        date.Latest.ShouldBe(Day.Parse(latest));
    }

    [Theory]
    [InlineData("1985-04-12/..", "1985-04-12")]
    [InlineData("1985-04/..", "1985-04-01")]
    [InlineData("1985/..", "1985-01-01")]
    public void An_open_end_has_no_bound_and_is_not_unknown(string text, string earliest)
    {
        var interval = Read.Level(1, text);

        (interval.EndIsOpen, interval.EndIsUnknown, interval.End).ShouldBe((true, false, null));
        interval.Earliest.ShouldBe(Day.Parse(earliest));
        interval.Latest.ShouldBeNull();
    }

    [Theory]
    [InlineData("../1985-04-12", "1985-04-12")]
    [InlineData("../1985-04", "1985-04-30")]
    [InlineData("../1985", "1985-12-31")]
    public void An_open_start_has_no_bound_and_is_not_unknown(string text, string latest)
    {
        var interval = Read.Level(1, text);

        (interval.StartIsOpen, interval.StartIsUnknown, interval.Start).ShouldBe((true, false, null));
        interval.Earliest.ShouldBeNull();
        interval.Latest.ShouldBe(Day.Parse(latest));
    }

    [Theory]
    [InlineData("1985-04-12/")]
    [InlineData("1985-04/")]
    [InlineData("1985/")]
    public void An_unknown_end_has_no_bound_and_is_not_open(string text)
    {
        var interval = Read.Level(1, text);

        (interval.EndIsOpen, interval.EndIsUnknown, interval.End, interval.Latest).ShouldBe((false, true, null, null));
    }

    [Theory]
    [InlineData("/1985-04-12")]
    [InlineData("/1985-04")]
    [InlineData("/1985")]
    public void An_unknown_start_has_no_bound_and_is_not_open(string text)
    {
        var interval = Read.Level(1, text);

        (interval.StartIsOpen, interval.StartIsUnknown, interval.Start, interval.Earliest).ShouldBe((false, true, null, null));
    }

    [Theory]
    [InlineData("1984~/2004-06", Qualification.Approximate, Qualification.None)]
    [InlineData("1984/2004-06~", Qualification.None, Qualification.Approximate)]
    [InlineData("1984?/2004%", Qualification.Uncertain, Qualification.UncertainAndApproximate)]
    [InlineData("1984-06-02?/2004-08-08~", Qualification.Uncertain, Qualification.Approximate)]
    public void Each_end_of_an_interval_may_be_qualified(string text, Qualification start, Qualification end)
    {
        var interval = Read.Level(1, text);

        interval.Start!.Value.Qualification.ShouldBe(start);
        interval.End!.Value.Qualification.ShouldBe(end);
        interval.Qualification.ShouldBe(start | end);
    }
}
