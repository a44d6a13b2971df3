using System.Globalization;

namespace Edtf.Tests;

public class EdtfDateTests
{
    [Fact]
    public void The_default_is_the_year_0()
    {
        default(EdtfDate).ShouldBe(EdtfDate.Parse("0000"));
        default(EdtfDate).ToString().ShouldBe("0000");
        default(EdtfDate).Earliest.ShouldBe(new Day(0, 1, 1));
    }

    [Theory]
    [InlineData("?1984", "1984?")]
    [InlineData("?2004-?06-?11", "2004-06-11?")]
    [InlineData("2004?-06~", "2004%-~06")]
    [InlineData("2004-01-01T10:10:10+00:00", "2004-01-01T10:10:10Z")]
    [InlineData("2004-01-01T10:10:10-04:00", "2004-01-01T10:10:10-04")]
    [InlineData("[1984..1984]", "[1984]")]
    public void Expressions_with_the_same_canonical_form_are_equal(string left, string right)
    {
        (EdtfDate.Parse(left) == EdtfDate.Parse(right)).ShouldBeTrue();
        EdtfDate.Parse(left).Equals((object)EdtfDate.Parse(right)).ShouldBeTrue();
        EdtfDate.Parse(left).GetHashCode().ShouldBe(EdtfDate.Parse(right).GetHashCode());
    }

    [Theory]
    [InlineData("1984", "1985")]
    [InlineData("1984", "-1984")]
    [InlineData("1984", "1984?")]
    [InlineData("1984", "[1984]")]
    [InlineData("1984", "1984-XX")]
    [InlineData("1984", "1984S4")]
    [InlineData("1984-01", "1984-01-XX")]
    [InlineData("199X", "1990")]
    [InlineData("XXXX", "-XXXX")]
    [InlineData("Y17E7", "Y170000000")]
    [InlineData("1985/..", "1985/")]
    [InlineData("[1667,1668]", "[1668,1667]")]
    [InlineData("[1667,1668]", "{1667,1668}")]
    [InlineData("[1667,1668]", "[1667..1668]")]
    [InlineData("1985-04-12T00:00:00", "1985-04-12")]
    [InlineData("1985-04-12T00:00:00", "1985-04-12T00:00:00Z")]
    public void Expressions_with_different_canonical_forms_are_not_equal(string left, string right)
    {
        (EdtfDate.Parse(left) != EdtfDate.Parse(right)).ShouldBeTrue();
        EdtfDate.Parse(left).Equals(EdtfDate.Parse(right)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0000", 0)]
    [InlineData("2004-06-11/2004-06", 0)]
    [InlineData("-0001", 1)]
    [InlineData("-1985-04-12T23:20:30Z", 1)]
    [InlineData("/1985", 1)]
    [InlineData("../..", 1)]
    [InlineData("2004-21/2005-21~", 1)]
    [InlineData("Y170000002?", 1)]
    [InlineData("?1984", 1)]
    [InlineData("-20XX", 1)]
    [InlineData("XXXX", 2)]
    [InlineData("201X-XX", 2)]
    [InlineData("2004-0X", 2)]
    [InlineData("199X/2004", 2)]
    [InlineData("?2004-06", 2)]
    [InlineData("2001-~21", 2)]
    [InlineData("2001-25/2002", 2)]
    [InlineData("[1984]", 2)]
    public void The_level_is_the_lowest_at_which_the_canonical_form_is_valid(string text, int level) =>
        EdtfDate.Parse(text).Level.ShouldBe(level);

    [Theory]
    [InlineData("1985-04-12", 1985L, 4, 12)]
    [InlineData("1985-04", 1985L, 4, null)]
    [InlineData("1985", 1985L, null, null)]
    [InlineData("2001-21", 2001L, null, null)]
    [InlineData("XXXX-10-12", null, 10, 12)]
    [InlineData("199X-XX-12", null, null, 12)]
    [InlineData("1985-04-1X", 1985L, 4, null)]
    [InlineData("1985-04-12T23:20:30", 1985L, 4, 12)]
    [InlineData("1985/1986", null, null, null)]
    [InlineData("[1985]", null, null, null)]
    public void A_component_is_null_if_it_is_missing_or_not_fully_specified(string text, long? year, int? month, int? day)
    {
        var date = EdtfDate.Parse(text);

        (date.Year, date.Month, date.DayOfMonth).ShouldBe((year, month, day));
    }

    [Fact]
    public void Properties_of_other_forms_are_null_or_empty()
    {
        var date = EdtfDate.Parse("1985-04-12");

        date.IsInterval.ShouldBeFalse();
        (date.Start, date.End, date.StartIsOpen, date.StartIsUnknown, date.EndIsOpen, date.EndIsUnknown).ShouldBe(
            (null, null, false, false, false, false)
        );
        date.Members.ShouldBeEmpty();
        (date.SubYear, date.SignificantDigits, date.Time, date.Offset).ShouldBe((null, null, null, null));
        EdtfDate.Parse("2001-34").SubYear.ShouldBe(34);
        EdtfDate.Parse("1985/1986").Precision.ShouldBeNull();
    }

    [Fact]
    public void A_set_lists_its_members_in_the_order_written()
    {
        var members = EdtfDate.Parse("[..1667,1670~..1672,XXXX-10-12,1760-12..]").Members;

        members
            .Select(member => (member.First?.ToString(), member.Last?.ToString(), member.IsRange))
            .ShouldBe([(null, "1667", true), ("1670~", "1672", true), ("XXXX-10-12", "XXXX-10-12", false), ("1760-12", null, true)]);
    }

    [Theory]
    [InlineData("[1667,1670?..1672]", Qualification.Uncertain, false)]
    [InlineData("{1667~,199X?}", Qualification.UncertainAndApproximate, true)]
    [InlineData("1985~/..", Qualification.Approximate, false)]
    [InlineData("/199X", Qualification.None, true)]
    public void An_expression_has_the_qualifiers_and_unspecified_digits_of_its_dates(
        string text,
        Qualification qualification,
        bool hasUnspecifiedDigits
    )
    {
        EdtfDate.Parse(text).Qualification.ShouldBe(qualification);
        EdtfDate.Parse(text).HasUnspecifiedDigits.ShouldBe(hasUnspecifiedDigits);
    }

    [Theory]
    [InlineData("0000", "0000-01-01", "0000-12-31")]
    [InlineData("-0001", "-0001-01-01", "-0001-12-31")]
    [InlineData("-01XX", "-0199-01-01", "-0100-12-31")]
    [InlineData("-000X", "-0009-01-01", "-0001-12-31")]
    [InlineData("000X", "0000-01-01", "0009-12-31")]
    [InlineData("-1950S2", "-1999-01-01", "-1900-12-31")]
    [InlineData("0050S1", "0050-01-01", "0059-12-31")]
    [InlineData("0000S1", "0000-01-01", "0000-12-31")]
    [InlineData("1950S9", "1950-01-01", "1950-12-31")]
    [InlineData("190X-02-29", "1904-02-29", "1908-02-29")]
    [InlineData("-00XX-02-29", "-0096-02-29", "-0004-02-29")]
    [InlineData("2004-02-2X", "2004-02-20", "2004-02-29")]
    [InlineData("2003-02-2X", "2003-02-20", "2003-02-28")]
    [InlineData("2004-XX-31", "2004-01-31", "2004-12-31")]
    [InlineData("2004-X1-3X", "2004-01-30", "2004-11-30")]
    [InlineData("XXXX-10-12", null, null)]
    [InlineData("XXXX", null, null)]
    [InlineData("-XXXX", null, "-0001-12-31")]
    [InlineData("-XXXX-10", null, "-0001-10-31")]
    [InlineData("Y9999999999999999", "+9999999999999999-01-01", "+9999999999999999-12-31")]
    [InlineData("Y-1E15", "-1000000000000000-01-01", "-1000000000000000-12-31")]
    [InlineData("9999-24", "9999-12-01", "+10000-02-29")]
    [InlineData("-0001-24", "-0001-12-01", "0000-02-29")]
    [InlineData("XXXX-10-12/2013", null, "2013-12-31")]
    [InlineData("[199X..2001-05]", "1990-01-01", "2001-05-31")]
    [InlineData("[1985,XXXX-10-12]", null, null)]
    public void Bounds_are_exact_in_edge_cases(string text, string? earliest, string? latest)
    {
        var date = EdtfDate.Parse(text);

        date.Earliest.ShouldBe(earliest is null ? null : Day.Parse(earliest));
        date.Latest.ShouldBe(latest is null ? null : Day.Parse(latest));
        date.Days.Earliest.ShouldBe(date.Earliest);
        date.Days.Latest.ShouldBe(date.Latest);
    }

    [Fact]
    public void An_interval_has_four_bounds()
    {
        var interval = EdtfDate.Parse("1993/1997-06");

        (interval.Start!.Value.Earliest, interval.Start.Value.Latest).ShouldBe((new Day(1993, 1, 1), new Day(1993, 12, 31)));
        (interval.End!.Value.Earliest, interval.End.Value.Latest).ShouldBe((new Day(1997, 6, 1), new Day(1997, 6, 30)));
    }

    [Fact]
    public void The_culture_determines_whether_the_month_comes_first()
    {
        var date = EdtfDate.Parse("2018-05-17");

        date.ToEnglish().ShouldBe("17 May 2018");
        date.ToEnglish(new CultureInfo("en-GB")).ShouldBe("17 May 2018");
        date.ToEnglish(new CultureInfo("en-US")).ShouldBe("May 17, 2018");
    }
}
