namespace Edtf.Tests.Specification;

/// <summary>All examples of level 2 in the specification published by the Library of Congress.</summary>
public class Level2Tests
{
    [Fact]
    public void A_year_may_have_an_exponent()
    {
        var date = Read.Level(2, "Y-17E7");

        date.Year.ShouldBe(-170_000_000);
        date.Earliest.ShouldBe(new Day(-170_000_000, 1, 1));
        date.Latest.ShouldBe(new Day(-170_000_000, 12, 31));
    }

    [Theory]
    [InlineData("1950S2", 1950, 2, 1900, 1999)]
    [InlineData("Y171010000S3", 171_010_000, 3, 171_000_000, 171_999_999)]
    [InlineData("Y3388E2S3", 338_800, 3, 338_000, 338_999)]
    public void Significant_digits_make_a_year_a_range_around_an_estimate(string text, long year, int digits, long first, long last)
    {
        var date = Read.Level(2, text);

        date.Year.ShouldBe(year);
        date.SignificantDigits.ShouldBe(digits);
        date.Earliest.ShouldBe(new Day(first, 1, 1));
        date.Latest.ShouldBe(new Day(last, 12, 31));
    }

    [Theory]
    [InlineData("2001-25", "2001-03-01", "2001-05-31")]
    [InlineData("2001-26", "2001-06-01", "2001-08-31")]
    [InlineData("2001-27", "2001-09-01", "2001-11-30")]
    [InlineData("2001-28", "2001-12-01", "2002-02-28")]
    [InlineData("2001-29", "2001-09-01", "2001-11-30")]
    [InlineData("2003-30", "2003-12-01", "2004-02-29")]
    [InlineData("2001-31", "2001-03-01", "2001-05-31")]
    [InlineData("2001-32", "2001-06-01", "2001-08-31")]
    [InlineData("2001-33", "2001-01-01", "2001-03-31")]
    [InlineData("2001-34", "2001-04-01", "2001-06-30")]
    [InlineData("2001-35", "2001-07-01", "2001-09-30")]
    [InlineData("2001-36", "2001-10-01", "2001-12-31")]
    [InlineData("2001-37", "2001-01-01", "2001-04-30")]
    [InlineData("2001-38", "2001-05-01", "2001-08-31")]
    [InlineData("2001-39", "2001-09-01", "2001-12-31")]
    [InlineData("2001-40", "2001-01-01", "2001-06-30")]
    [InlineData("2001-41", "2001-07-01", "2001-12-31")]
    public void Sub_year_groupings_are_seasons_by_hemisphere_quarters_quadrimesters_and_semesters(
        string text,
        string earliest,
        string latest
    )
    {
        var grouping = Read.Level(2, text);

        grouping.Form.ShouldBe(EdtfForm.Season);
        grouping.Earliest.ShouldBe(Day.Parse(earliest));
        grouping.Latest.ShouldBe(Day.Parse(latest));
    }

    [Theory]
    [InlineData("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31")]
    [InlineData("[..1760-12-03]", null, "1760-12-03")]
    [InlineData("[1760-12..]", "1760-12-01", null)]
    [InlineData("[1760-01,1760-02,1760-12..]", "1760-01-01", null)]
    [InlineData("[1667,1760-12]", "1667-01-01", "1760-12-31")]
    [InlineData("[..1984]", null, "1984-12-31")]
    public void A_one_of_set_is_bounded_by_its_members(string text, string? earliest, string? latest) =>
        ShouldBeSet(text, EdtfForm.OneOf, earliest, latest);

    [Theory]
    [InlineData("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31")]
    [InlineData("{1960,1961-12}", "1960-01-01", "1961-12-31")]
    [InlineData("{..1984}", null, "1984-12-31")]
    public void An_all_of_set_is_bounded_by_its_members(string text, string? earliest, string? latest) =>
        ShouldBeSet(text, EdtfForm.AllOf, earliest, latest);

    [Theory]
    [InlineData("2004-06~-11", Qualification.Approximate, Qualification.Approximate, Qualification.None)]
    [InlineData("2004?-06-11", Qualification.Uncertain, Qualification.None, Qualification.None)]
    [InlineData("?2004-06-~11", Qualification.Uncertain, Qualification.None, Qualification.Approximate)]
    [InlineData("2004-%06-11", Qualification.None, Qualification.UncertainAndApproximate, Qualification.None)]
    [InlineData("2004?-06-%11", Qualification.Uncertain, Qualification.None, Qualification.UncertainAndApproximate)]
    public void A_qualifier_applies_to_all_components_to_its_left_or_to_the_one_it_precedes(
        string text,
        Qualification year,
        Qualification month,
        Qualification day
    )
    {
        var date = Read.Level(2, text);

        (date.YearQualification, date.MonthQualification, date.DayQualification).ShouldBe((year, month, day));
        date.Earliest.ShouldBe(new Day(2004, 6, 11));
        date.Latest.ShouldBe(new Day(2004, 6, 11));
    }

    [Fact]
    public void A_qualifier_after_the_day_applies_to_the_whole_date_at_level_1() =>
        Read.Level(1, "2004-06-11%").YearQualification.ShouldBe(Qualification.UncertainAndApproximate);

    [Theory]
    [InlineData("156X-12-25", "1560-12-25", "1569-12-25", false)]
    [InlineData("15XX-12-25", "1500-12-25", "1599-12-25", false)]
    [InlineData("XXXX-12-XX", null, null, false)]
    [InlineData("1XXX-XX", "1000-01-01", "1999-12-31", true)]
    [InlineData("1XXX-12", "1000-12-01", "1999-12-31", false)]
    [InlineData("1984-1X", "1984-10-01", "1984-12-31", true)]
    public void A_digit_may_be_unspecified_anywhere(string text, string? earliest, string? latest, bool isContiguous)
    {
        var date = Read.Level(2, text);

        date.HasUnspecifiedDigits.ShouldBeTrue();
        date.Earliest.ShouldBe(Read.DayOrNull(earliest));
        date.Latest.ShouldBe(Read.DayOrNull(latest));
        date.Days.IsContiguous.ShouldBe(isContiguous);
    }

    [Theory]
    [InlineData("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20")]
    [InlineData("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03")]
    public void An_end_of_an_interval_may_be_qualified_or_unspecified_in_part(string text, string earliest, string latest)
    {
        var interval = Read.Level(2, text);

        interval.Earliest.ShouldBe(Day.Parse(earliest));
        interval.Latest.ShouldBe(Day.Parse(latest));
    }

    private static void ShouldBeSet(string text, EdtfForm form, string? earliest, string? latest)
    {
        var set = Read.Level(2, text);

        set.Form.ShouldBe(form);
        set.Earliest.ShouldBe(Read.DayOrNull(earliest));
        set.Latest.ShouldBe(Read.DayOrNull(latest));
    }
}
