namespace Edtf.Tests;

/// <summary>Comparison with edtf-validate, a validator that university libraries use.</summary>
public class EdtfValidateTests
{
    [Theory]
    [InlineData("0000-01-13/0000-01-23", 0)]
    [InlineData("2004-01-01T10:10:10+00:59", 0)]
    [InlineData("1923-21/1924", 1)]
    [InlineData("2003-22/2003-22", 1)]
    [InlineData("1952-23~/1953", 1)]
    [InlineData("-1000/-0999", 1)]
    [InlineData("-1985-04-12T23:20:30-04", 1)]
    [InlineData("-1985-XX-XX", 1)]
    [InlineData("2003-06-11%/2004-%06", 2)]
    [InlineData("1984?/2004~-06", 2)]
    [InlineData("?2004-06~-10/2004-06-%11", 2)]
    [InlineData("20X3-06-25/2004-X1-03", 2)]
    [InlineData("XXXX-12-21/1890-09-2X", 2)]
    [InlineData("198X-11-XX/198X-11-30", 2)]
    [InlineData("1919-XX-02/1919-XX-01", 2)]
    [InlineData("1865-X2-02/1865-03-01", 2)]
    [InlineData("2016-02-28/2016-02-X9", 2)]
    [InlineData("-1859S5", 2)]
    [InlineData("Y-3388E2S3", 2)]
    [InlineData("-2001-41", 2)]
    [InlineData("[-1740-02-12..-1200-01-29]", 2)]
    [InlineData("?-2004-06", 2)]
    [InlineData("-1X32-X1-X2", 2)]
    [InlineData("-XXXX-12-XX", 2)]
    public void What_edtf_validate_accepts_is_parsed_at_the_same_level(string text, int level) =>
        EdtfDate.Parse(text).Level.ShouldBe(level);

    [Theory]
    [InlineData("1863- 03-29")]
    [InlineData("18 63-03-29")]
    [InlineData("1960-06-31")]
    [InlineData("Y20067890-14-10%")]
    [InlineData("+2006%")]
    [InlineData("NONE/")]
    [InlineData("2000/12-12")]
    [InlineData("2012-10-10T1:10:10")]
    [InlineData("{-1667,1668, 1670..1672}")]
    [InlineData("2001-21^southernHemisphere")]
    [InlineData("2012///4444")]
    [InlineData("2012\\2013")]
    [InlineData("2012-23/2012-22")]
    [InlineData("0800/-0999")]
    [InlineData("-1000/-2000")]
    [InlineData("0001/0000")]
    [InlineData("2012-10-10T10:50:10Z15")]
    [InlineData("2004-01-01T10:10:10+02:00:30")]
    [InlineData("-1985-04-12T23:20:30+24")]
    public void What_edtf_validate_rejects_is_rejected(string text) => EdtfDate.TryParse(text, out _).ShouldBeFalse();

    // edtf-validate says level 2. In the canonical form of the first three the qualifier comes last, which is level 1; and it treats a
    // qualified season as level 1 itself, but only in an interval.
    [Theory]
    [InlineData("%2001")]
    [InlineData("?-2004-06%")]
    [InlineData("2019-12/%2020")]
    [InlineData("2011-23~")]
    public void An_expression_that_is_valid_at_level_1_is_of_level_1(string text) => EdtfDate.Parse(text).Level.ShouldBe(1);

    // edtf-validate compares the earliest days of both ends. An end in June 2004 may well be after the 11th.
    [Theory]
    [InlineData("0000-01-03/0000-01")]
    [InlineData("0000-02/0000")]
    [InlineData("2004-06-11%/2004-%06")]
    [InlineData("2004-06-11%/2004-06~")]
    public void An_end_that_may_be_after_the_start_is_accepted(string text) => EdtfDate.TryParse(text, out _).ShouldBeTrue();

    // edtf-validate rejects long years in intervals, which the specification does not exclude.
    [Fact]
    public void A_long_year_may_be_the_end_of_an_interval() => EdtfDate.TryParse("Y-61000/-2000", out _).ShouldBeTrue();
}
